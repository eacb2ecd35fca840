/**
 * Memory-bound operations: each makes one pass over its tensors at the speed of memory.
 *
 * <p>The classes are independent and can be read in any order.
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel.vector.streaming;

import org.jspecify.annotations.NullMarked;
