/**
 * Bayesian regression: a distribution over functions instead of a single function, so predictions include their
 * uncertainty.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link Prediction}: a normal distribution for the target of a row.
 *   <li>{@link BayesianLinearRegression}: normal weights; the ridge penalty explained as a prior.
 *   <li>{@link GaussianProcess}: the same with a kernel, and {@link GaussianProcessFit}, which chooses the kernel's
 *       parameters by the marginal likelihood.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/09-bayes.ipynb
 */
@NullMarked
package quartet.scratch.model.bayes;

import org.jspecify.annotations.NullMarked;
