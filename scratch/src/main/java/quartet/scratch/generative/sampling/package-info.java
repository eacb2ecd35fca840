/**
 * Samples from any distribution whose density is known up to a factor, by Markov chain Monte Carlo.
 *
 * <p>Read {@link SampleChain} first, which is the result with its diagnostics; then {@link Metropolis}, which needs the
 * density alone, and {@link HamiltonianMonteCarlo}, which uses the gradient and moves further.
 *
 * <p>Nearest notebook: scratch/notebooks/09-bayes.ipynb
 */
@NullMarked
package quartet.scratch.generative.sampling;

import org.jspecify.annotations.NullMarked;
