/**
 * Layers for images.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.image.Conv2d} with {@link quartet.scratch.nn.image.Padding}: the convolution, its
 *       formula and its gradients.
 *   <li>{@link quartet.scratch.nn.image.MaxPool2d} and {@link quartet.scratch.nn.image.AveragePool2d}: fewer pixels.
 *   <li>{@link quartet.scratch.nn.image.ChannelsLast}, {@link quartet.scratch.nn.image.ChannelsFirst} and {@link
 *       quartet.scratch.nn.image.PooledConv2d}: the same work in a faster form.
 * </ol>
 */
@NullMarked
package quartet.scratch.nn.image;

import org.jspecify.annotations.NullMarked;
