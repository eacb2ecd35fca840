/**
 * Classical models of machine learning: the baselines that a network has to beat, and the theory that explains it. A
 * comparison on a table prints the scores of ridge or logistic regression and of a random forest beside the networks.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link Classifier} and {@link ProbabilisticClassifier}: the predictions of a fitted classifier. {@link
 *       Standardization}: features of comparable size. {@link KernelFunction}: similarity of rows.
 *   <li>{@link quartet.scratch.model.linear}: ridge regression, the lasso, logistic regression and linear discriminant
 *       analysis. Each is one layer of a network with another loss or penalty.
 *   <li>{@link quartet.scratch.model.neighbour}: k nearest neighbours and k-means.
 *   <li>{@link quartet.scratch.model.tree}: decision trees and random forests.
 *   <li>{@link quartet.scratch.model.margin}: support vector machines, linear and with kernels.
 *   <li>{@link quartet.scratch.model.bayes}: Bayesian linear regression and Gaussian processes, whose predictions
 *       include their uncertainty.
 * </ol>
 *
 * <p>Features are rows of double arrays, classes are the integers 0, 1, ... Each fitted model is a {@link
 * quartet.scratch.evaluation.resampling.Predictor}. A lambda expression turns it into a {@link
 * quartet.scratch.evaluation.resampling.Model} for cross-validation:
 * <pre>{@code
 * Model ridge = (x, y) -> RidgeRegression.fit(x, y, 0.1);
 * Model forest = (x, y) -> RandomForestClassifier.fit(x, Classifier.labels(y), 100, new Random(1));
 * }</pre>
 *
 * <p>Methods throw IllegalArgumentException, naming the expected and the actual value, if input is empty, mismatched or
 * not finite.
 *
 * <p>Sources: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd edition (2009); Bishop, Pattern
 * Recognition and Machine Learning (2006); Murphy, Probabilistic Machine Learning (2022).
 *
 * <p>Nearest notebook: scratch/notebooks/22-overfitting.ipynb
 */
@NullMarked
package quartet.scratch.model;

import org.jspecify.annotations.NullMarked;
