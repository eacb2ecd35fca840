/**
 * Memory-bound operations: each makes one pass over its tensors, and vector instructions keep up with memory.
 *
 * <p>The classes stand side by side and can be read in any order.
 */
@NullMarked
package quartet.scratch.kernel.vector.streaming;

import org.jspecify.annotations.NullMarked;
