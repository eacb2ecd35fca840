/**
 * Tensors: arrays of numbers with a shape.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.tensor.Tensor}: shape, flat index, reuse; {@link quartet.scratch.tensor.Shapes}: checks.
 *   <li>{@link quartet.scratch.tensor.FloatTensor}: float32, in which networks train; {@link
 *       quartet.scratch.tensor.DoubleTensor}: float64, in which gradients are checked; {@link
 *       quartet.scratch.tensor.Precision}: the choice between the two.
 *   <li>{@link quartet.scratch.tensor.IntTensor}: class labels and token ids.
 *   <li>{@link quartet.scratch.tensor.Matrices}: to linear algebra and back.
 * </ol>
 */
@NullMarked
package quartet.scratch.tensor;

import org.jspecify.annotations.NullMarked;
