/**
 * Linear models: predictions that are a function of one weighted sum of the features.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>Regression: {@link LinearModel} is the prediction, {@link RidgeRegression} and {@link Lasso} fit it with two
 *       penalties.
 *   <li>Classification: {@link LogisticRegression} models the classes given the features, {@link
 *       LinearDiscriminantAnalysis} the features given the class.
 * </ol>
 */
@NullMarked
package quartet.scratch.model.linear;

import org.jspecify.annotations.NullMarked;
