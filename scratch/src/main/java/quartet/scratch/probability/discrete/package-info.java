/**
 * Distributions of integers.
 *
 * <p>Read {@link Bernoulli}, {@link Geometric} and {@link Categorical} first, which have closed forms. {@link Binomial}
 * and {@link Poisson} use the incomplete beta and gamma functions. {@link NegativeBinomial} is a Poisson distribution with
 * a random mean, and {@link Multinomial} is the binomial distribution for more than two categories.
 *
 * <p>Notebook: scratch/notebooks/08-distributions.ipynb
 */
@NullMarked
package quartet.scratch.probability.discrete;

import org.jspecify.annotations.NullMarked;
