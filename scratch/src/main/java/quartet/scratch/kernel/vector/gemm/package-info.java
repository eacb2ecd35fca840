/**
 * Matrix products (GEMM) by cache blocking and packing around a micro-kernel.
 *
 * <p>Read {@link quartet.scratch.kernel.vector.gemm.Gemm} first, then {@link quartet.scratch.kernel.vector.gemm.GemmBlock}
 * and its operands.
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel.vector.gemm;

import org.jspecify.annotations.NullMarked;
