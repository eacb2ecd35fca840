/**
 * Probability as code: distributions, the special functions under them, Bayes' rule, information, limit theorems.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>What a distribution can do: {@link quartet.scratch.probability.Distribution},
 *       {@link quartet.scratch.probability.ContinuousDistribution},
 *       {@link quartet.scratch.probability.DiscreteDistribution}.
 *   <li>Distributions with closed forms: {@link quartet.scratch.probability.Uniform},
 *       {@link quartet.scratch.probability.Exponential}, {@link quartet.scratch.probability.Cauchy},
 *       {@link quartet.scratch.probability.Bernoulli}, {@link quartet.scratch.probability.Geometric},
 *       {@link quartet.scratch.probability.Categorical}.
 *   <li>Special functions: {@link quartet.scratch.probability.LogGamma}, {@link quartet.scratch.probability.Digamma},
 *       {@link quartet.scratch.probability.IncompleteGamma}, {@link quartet.scratch.probability.IncompleteBeta},
 *       {@link quartet.scratch.probability.ErrorFunction}.
 *   <li>Distributions that need them: {@link quartet.scratch.probability.Normal},
 *       {@link quartet.scratch.probability.LogNormal}, {@link quartet.scratch.probability.Gamma},
 *       {@link quartet.scratch.probability.ChiSquared}, {@link quartet.scratch.probability.Beta},
 *       {@link quartet.scratch.probability.StudentT}, {@link quartet.scratch.probability.FisherF},
 *       {@link quartet.scratch.probability.Binomial}, {@link quartet.scratch.probability.Poisson}, and for vectors
 *       {@link quartet.scratch.probability.MultivariateNormal}.
 *   <li>Learning from data: the {@code fit} methods and {@link quartet.scratch.probability.MaximumLikelihood};
 *       {@link quartet.scratch.probability.BayesRule}, {@link quartet.scratch.probability.BetaBinomial}.
 *   <li>{@link quartet.scratch.probability.Information}: the loss of every classifier comes from here.
 *   <li>{@link quartet.scratch.probability.LimitTheorems}: why averages of batches are worth anything.
 * </ol>
 *
 * <p>Parameters out of range, NaN and empty samples are answered with an IllegalArgumentException that says what was
 * expected and what came.
 */
@NullMarked
package quartet.scratch.probability;

import org.jspecify.annotations.NullMarked;
