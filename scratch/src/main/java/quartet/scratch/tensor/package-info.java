/**
 * Tensors: arrays of numbers with a shape.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.tensor.Tensor}: shape, flat index, reuse; {@link quartet.scratch.tensor.Shapes}: checks.
 *   <li>{@link quartet.scratch.tensor.FloatTensor}: float32, for training; {@link
 *       quartet.scratch.tensor.DoubleTensor}: float64, for checking gradients; {@link
 *       quartet.scratch.tensor.Precision}: the choice between the two.
 *   <li>{@link quartet.scratch.tensor.IntTensor}: class labels and token ids.
 *   <li>{@link quartet.scratch.tensor.Matrices}: conversion to linear algebra and back.
 * </ol>
 *
 * <p>Notebook: scratch/notebooks/19-backpropagation.ipynb
 */
@NullMarked
package quartet.scratch.tensor;

import org.jspecify.annotations.NullMarked;
