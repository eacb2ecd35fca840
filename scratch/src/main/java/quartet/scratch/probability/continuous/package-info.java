/**
 * Distributions with a density.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>Closed forms: {@link Uniform}, {@link Exponential}, {@link Laplace}, {@link Weibull} and {@link Cauchy}.
 *   <li>The normal family: {@link Normal}, {@link LogNormal} and, for vectors, {@link MultivariateNormal}.
 *   <li>The gamma and beta families: {@link Gamma}, {@link ChiSquared}, {@link Beta} and, for probability vectors, {@link
 *       Dirichlet}.
 *   <li>Distributions of test statistics: {@link StudentT} and {@link FisherF}.
 * </ol>
 *
 * <p>Notebook: scratch/notebooks/08-distributions.ipynb
 */
@NullMarked
package quartet.scratch.probability.continuous;

import org.jspecify.annotations.NullMarked;
