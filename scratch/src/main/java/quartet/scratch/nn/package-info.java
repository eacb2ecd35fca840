/**
 * Networks: layers with hand-written gradients.
 *
 * <p>This package contains the classes that all networks share. Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.Layer} and {@link quartet.scratch.nn.Parameter}: the contract of a layer; {@link
 *       quartet.scratch.nn.Buffer}: untrained numbers of a layer.
 *   <li>{@code nn.dense}: the affine layer; {@code nn.activation}: the functions between affine layers.
 *   <li>{@link quartet.scratch.nn.Sequential}: a network of layers, with {@link quartet.scratch.nn.Fusible} for speed;
 *       {@code nn.loss}: the functions that training minimizes.
 *   <li>{@code nn.training}: initial weights, normalization, regularization.
 *   <li>{@code nn.graph}: networks that are not chains; {@link quartet.scratch.nn.Composition} checks both.
 *   <li>{@code nn.image}, followed by {@code nn.convolution}, and {@code nn.sequence}, followed by {@code
 *       nn.attention}, by interest.
 * </ol>
 *
 * <p>A training step is
 *
 * <pre>{@code
 * double loss = crossEntropy.forward(network.forward(features, true), classes);
 * network.backwardParameters(crossEntropy.backward());
 * optimizer.step(network.parameters());
 * }</pre>
 *
 * <p>{@code quartet.scratch.training} contains the training loop. Methods throw IllegalArgumentException, naming the
 * argument, if an argument is null.
 *
 * <p>Notebook: scratch/notebooks/19-backpropagation.ipynb
 */
@NullMarked
package quartet.scratch.nn;

import org.jspecify.annotations.NullMarked;
