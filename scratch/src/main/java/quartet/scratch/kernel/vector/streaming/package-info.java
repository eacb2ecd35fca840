/**
 * Memory-bound operations: each makes one pass over its tensors at the speed of memory.
 *
 * <p>The classes are independent and can be read in any order.
 */
@NullMarked
package quartet.scratch.kernel.vector.streaming;

import org.jspecify.annotations.NullMarked;
