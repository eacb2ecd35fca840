/**
 * Hidden Markov models: sequences with unobserved states.
 *
 * <p>Read {@link quartet.scratch.generative.MarkovChain} first. {@link HiddenMarkovModel} computes probabilities and the
 * most probable states of a sequence, {@link BaumWelch} fits the model to sequences.
 *
 * <p>Nearest notebook: scratch/notebooks/15-n-grams.ipynb
 */
@NullMarked
package quartet.scratch.generative.markov;

import org.jspecify.annotations.NullMarked;
