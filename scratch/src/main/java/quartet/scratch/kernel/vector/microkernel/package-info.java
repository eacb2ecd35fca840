/**
 * Micro-kernels: the innermost loops of matrix products and convolutions, with register blocking.
 *
 * <p>{@link quartet.scratch.kernel.vector.microkernel.MicroKernel} defines the common computation. Read {@link
 * quartet.scratch.kernel.vector.microkernel.ScalarMicroKernel} for the meaning and {@link
 * quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel} for the typical form; the others differ in block size
 * and in the layout of their operands.
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel.vector.microkernel;

import org.jspecify.annotations.NullMarked;
