/**
 * Common parts of the vector kernels: threads, scratch memory and JIT warm-up.
 *
 * <p>{@link quartet.scratch.kernel.vector.runtime.WorkPartitioner} divides work among the threads of a {@link
 * quartet.scratch.kernel.vector.runtime.ThreadPool}; a {@link quartet.scratch.kernel.vector.runtime.Workspace} holds
 * the buffers of one thread. {@link quartet.scratch.kernel.vector.runtime.VectorLoop} reports which loops are compiled
 * to vector instructions, and {@link quartet.scratch.kernel.vector.runtime.JitWarmup} triggers their compilation.
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel.vector.runtime;

import org.jspecify.annotations.NullMarked;
