/**
 * Generative neural networks.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.generative.neural.Autoencoder}: a short code of the data; then {@link
 *       quartet.scratch.generative.VariationalAutoencoder}, whose codes have a known distribution.
 *   <li>{@link quartet.scratch.generative.neural.GenerativeAdversarialNetwork}: a generator and a discriminator that
 *       compete.
 *   <li>{@link quartet.scratch.generative.neural.Diffusion} with {@link
 *       quartet.scratch.generative.neural.NoiseSchedule}: removal of noise step by step.
 *   <li>{@link quartet.scratch.generative.neural.CharacterModel}: a Transformer that generates text.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/16-autoencoder.ipynb
 */
@NullMarked
package quartet.scratch.generative.neural;

import org.jspecify.annotations.NullMarked;
