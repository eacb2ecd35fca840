/**
 * Numbers in a row-major block with a shape, in float32 or float64.
 *
 * <p>Read {@link quartet.scratch.tensor.Tensor} first, then {@link quartet.scratch.tensor.FloatTensor}; its twin
 * {@link quartet.scratch.tensor.DoubleTensor} differs in the width of a number only.
 */
@NullMarked
package quartet.scratch.tensor;

import org.jspecify.annotations.NullMarked;
