/**
 * Kernels of plain loops that the JIT compiler C2 vectorizes, for both precisions and for JVMs without the Vector API.
 *
 * <p>Read {@link quartet.scratch.kernel.scalar.ScalarKernels} first, and {@link
 * quartet.scratch.kernel.scalar.ScalarConvolution} for the order of loops.
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel.scalar;

import org.jspecify.annotations.NullMarked;
