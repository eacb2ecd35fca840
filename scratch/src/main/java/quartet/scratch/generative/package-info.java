/**
 * Models of how data come about: each gives a probability to what it sees, and draws new examples.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.generative.GaussianNaiveBayes}: one normal distribution for each class and feature.
 *   <li>{@link quartet.scratch.generative.KernelDensity}: a hill on each observation.
 *   <li>{@link quartet.scratch.generative.GaussianMixture}: several hills, on {@link
 *       quartet.scratch.probability.MultivariateNormal}; {@link quartet.scratch.generative.MixtureSettings}, {@link
 *       quartet.scratch.generative.ExpectationMaximization}: where they stand.
 *   <li>{@link quartet.scratch.generative.MarkovChain}: one state after another; {@link
 *       quartet.scratch.generative.NGramModel}: one word after several.
 *   <li>{@link quartet.scratch.generative.VariationalAutoencoder}: a network that draws.
 * </ol>
 *
 * <p>Logarithms of probabilities are in nats. Whoever passes the same seed draws the same. NaN, empty and mismatched
 * input is answered with an IllegalArgumentException that says what was expected and what came.
 *
 * <p>Sources: Bishop, Pattern Recognition and Machine Learning (2006), chapter 9; Murphy, Probabilistic Machine
 * Learning (2022); Norris, Markov Chains (1997); Jurafsky, Martin, Speech and Language Processing, chapter 3;
 * Kingma, Welling (2014), "Auto-Encoding Variational Bayes".
 */
@NullMarked
package quartet.scratch.generative;

import org.jspecify.annotations.NullMarked;
