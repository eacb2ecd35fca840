/**
 * Activations: functions that a network applies to every element, and the softmax over the last axis.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.activation.ElementwiseLayer}: one function and its derivative; {@link
 *       quartet.scratch.nn.activation.Sigmoid} and {@link quartet.scratch.nn.activation.Tanh}: the classical ones.
 *   <li>{@link quartet.scratch.nn.activation.Relu}, then {@link quartet.scratch.nn.activation.LeakyRelu}, {@link
 *       quartet.scratch.nn.activation.Elu} and {@link quartet.scratch.nn.activation.Softplus}: the rectifiers.
 *   <li>{@link quartet.scratch.nn.activation.Silu} and {@link quartet.scratch.nn.activation.Gelu}: smooth and not
 *       monotonic.
 *   <li>{@link quartet.scratch.nn.activation.Softmax}: probabilities that sum to 1.
 * </ol>
 *
 * <p>Notebook: scratch/notebooks/18-activations.ipynb
 */
@NullMarked
package quartet.scratch.nn.activation;

import org.jspecify.annotations.NullMarked;
