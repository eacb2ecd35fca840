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
 *
 * <p>Then by interest: images, with their channels last ({@link quartet.scratch.nn.ChannelsLast}, {@link
 * quartet.scratch.nn.Conv2d}, {@link quartet.scratch.nn.MaxPool2d}, {@link quartet.scratch.nn.AveragePool2d}, {@link
 * quartet.scratch.nn.ChannelsFirst}, {@link quartet.scratch.nn.Flatten}); text and sequences ({@link
 * quartet.scratch.nn.EmbeddingBag}, {@link quartet.scratch.nn.Embedding}, {@link quartet.scratch.nn.SimpleRecurrent},
 * {@link quartet.scratch.nn.Gru}, {@link quartet.scratch.nn.Lstm}, {@link quartet.scratch.nn.LastStep}, {@link
 * quartet.scratch.nn.ScaledDotProductAttention}, {@link quartet.scratch.nn.SelfAttention}); activations ({@link
 * quartet.scratch.nn.Relu} and those over ElementwiseLayer); what keeps training steady ({@link
 * quartet.scratch.nn.Initializers}, {@link quartet.scratch.nn.BatchNormalization}, {@link
 * quartet.scratch.nn.LayerNormalization}) and from overfitting ({@link quartet.scratch.nn.Dropout}, {@link
 * quartet.scratch.nn.Penalty}, {@link quartet.scratch.nn.EarlyStopping}); and where it all began, {@link
 * quartet.scratch.nn.Perceptron}.
 */
@NullMarked
package quartet.scratch.nn;

import org.jspecify.annotations.NullMarked;
