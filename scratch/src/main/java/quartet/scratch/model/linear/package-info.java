/**
 * Linear models: predictions are a function of a weighted sum of the features.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>Regression: {@link LinearModel} predicts; {@link RidgeRegression} and {@link Lasso} fit it with different
 *       penalties.
 *   <li>Classification: {@link LogisticRegression} models the classes given the features, {@link
 *       LinearDiscriminantAnalysis} the features given the class.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/23-regularization.ipynb
 */
@NullMarked
package quartet.scratch.model.linear;

import org.jspecify.annotations.NullMarked;
