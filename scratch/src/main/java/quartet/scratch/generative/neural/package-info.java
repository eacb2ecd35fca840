/**
 * Generative models that are networks.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.generative.neural.Autoencoder}: a short code of the data; then {@link
 *       quartet.scratch.generative.VariationalAutoencoder}, whose codes have a known distribution.
 *   <li>{@link quartet.scratch.generative.neural.GenerativeAdversarialNetwork}: two networks, one of which judges the
 *       other.
 *   <li>{@link quartet.scratch.generative.neural.Diffusion} with {@link
 *       quartet.scratch.generative.neural.NoiseSchedule}: noise that is removed step by step.
 *   <li>{@link quartet.scratch.generative.neural.CharacterModel}: a Transformer that writes text.
 * </ol>
 */
@NullMarked
package quartet.scratch.generative.neural;

import org.jspecify.annotations.NullMarked;
