/**
 * Networks: layers with their gradients, and losses.
 *
 * <p>Read {@link quartet.scratch.nn.Layer} and {@link quartet.scratch.nn.Dense} first, then {@link
 * quartet.scratch.nn.Sequential} and {@link quartet.scratch.nn.SoftmaxCrossEntropy}: that is a whole classifier. A
 * training step is
 *
 * <pre>{@code
 * double loss = crossEntropy.forward(network.forward(features, true), classes);
 * network.backwardParameters(crossEntropy.backward());
 * optimizer.step(network.parameters());
 * }</pre>
 */
@NullMarked
package quartet.scratch.nn;

import org.jspecify.annotations.NullMarked;
