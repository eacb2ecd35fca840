/**
 * Generative models: each assigns a probability to data and draws new samples.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link GaussianNaiveBayes}: one normal distribution for each class and feature.
 *   <li>{@link KernelDensity}: a Gaussian kernel centred on each observation.
 *   <li>{@link GaussianMixture}: a weighted sum of multivariate normal densities. {@link ExpectationMaximization} fits
 *       it with {@link MixtureSettings}.
 *   <li>Sequences: {@link MarkovChain}, {@link NGramModel} and, with unobserved states, {@link
 *       quartet.scratch.generative.markov}.
 *   <li>Samples from a density known up to a factor: {@link quartet.scratch.generative.sampling}.
 *   <li>{@link VariationalAutoencoder}: a latent variable model of two networks. {@code generative.neural} has more.
 * </ol>
 *
 * <p>Log-probabilities are in nats. Sampling is deterministic for a given seed. Methods throw IllegalArgumentException,
 * naming the expected and the actual value, if input is empty, mismatched or contains NaN.
 *
 * <p>Sources: Bishop, Pattern Recognition and Machine Learning (2006), chapter 9; Murphy, Probabilistic Machine
 * Learning (2022); Norris, Markov Chains (1997); Jurafsky, Martin, Speech and Language Processing, chapter 3;
 * Kingma, Welling (2014), "Auto-Encoding Variational Bayes".
 *
 * <p>Notebooks: scratch/notebooks/14-mixtures-em.ipynb, scratch/notebooks/15-n-grams.ipynb,
 * scratch/notebooks/16-autoencoder.ipynb
 */
@NullMarked
package quartet.scratch.generative;

import org.jspecify.annotations.NullMarked;
