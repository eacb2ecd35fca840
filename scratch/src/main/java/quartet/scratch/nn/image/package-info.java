/**
 * Layers for images.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.image.Conv2d} with {@link quartet.scratch.nn.image.Padding}: the convolution, its
 *       formula and its gradients.
 *   <li>{@link quartet.scratch.nn.image.MaxPool2d} and {@link quartet.scratch.nn.image.AveragePool2d}: reduce the
 *       number of pixels.
 * </ol>
 *
 * <p>{@code nn.convolution} has stride, dilation, groups, one dimension, transposed convolution and upsampling. {@link
 * quartet.scratch.kernel.textbook.Convolution} writes the formulas of a convolution as loops.
 *
 * <p>Images are [batch, channels, height, width]. The remaining classes compute convolution and max pooling faster:
 * with the channels last, and with convolution, ReLU and max pooling in one pass. A {@link
 * quartet.scratch.nn.Sequential} chooses them through {@code ImageLayer} when it is built.
 *
 * <p>Notebook: scratch/notebooks/25-convolution.ipynb
 */
@NullMarked
package quartet.scratch.nn.image;

import org.jspecify.annotations.NullMarked;
