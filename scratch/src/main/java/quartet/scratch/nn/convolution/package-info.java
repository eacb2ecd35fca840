/**
 * Convolutions beyond stride 1, for images and signals.
 *
 * <p>Read {@link quartet.scratch.nn.image.Conv2d} first, then in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.convolution.Convolution2d} with {@link
 *       quartet.scratch.nn.convolution.ConvolutionSettings}: stride, dilation and groups; {@link
 *       quartet.scratch.nn.convolution.Convolution1d}: along one axis.
 *   <li>{@link quartet.scratch.nn.convolution.TransposedConvolution2d} and {@link
 *       quartet.scratch.nn.convolution.Upsample2d}: enlarge images; {@link
 *       quartet.scratch.nn.convolution.GlobalAveragePool}: one number for each channel.
 * </ol>
 *
 * <p>{@code Correlation} computes them as matrix products.
 *
 * <p>Nearest notebook: scratch/notebooks/25-convolution.ipynb
 */
@NullMarked
package quartet.scratch.nn.convolution;

import org.jspecify.annotations.NullMarked;
