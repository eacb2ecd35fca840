/**
 * Probability distributions and computations with them.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>The interfaces: {@link Distribution}, {@link ContinuousDistribution} and {@link DiscreteDistribution}.
 *   <li>Distributions with closed forms: {@code Uniform}, {@code Exponential} and {@code Cauchy} in {@link
 *       quartet.scratch.probability.continuous}; {@code Bernoulli}, {@code Geometric} and {@code Categorical} in {@link
 *       quartet.scratch.probability.discrete}.
 *   <li>{@link quartet.scratch.probability.special}: the special functions that the other distributions need.
 *   <li>The remaining distributions of {@link quartet.scratch.probability.continuous} and {@link
 *       quartet.scratch.probability.discrete}.
 *   <li>Estimation: the {@code fit} methods of the distributions, and {@link MaximumLikelihood} for those without a
 *       closed-form estimate.
 *   <li>{@link quartet.scratch.probability.inference}: Bayes' rule, information theory and the limit theorems.
 * </ol>
 *
 * <p>Methods throw IllegalArgumentException, naming the expected and the actual value, if a parameter is out of range,
 * an argument is NaN or a sample is empty.
 *
 * <p>Notebook: scratch/notebooks/08-distributions.ipynb
 */
@NullMarked
package quartet.scratch.probability;

import org.jspecify.annotations.NullMarked;
