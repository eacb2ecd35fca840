/**
 * The kernels at the speed of the machine, for float32.
 *
 * <p>{@link quartet.scratch.kernel.vector.VectorKernels} implements {@link quartet.scratch.kernel.Kernels} with the
 * packages below this one. Read them in this order:
 * <ol>
 *   <li>{@code microkernel}: the innermost loops of matrix products and convolutions, whose sums stay in registers;
 *   <li>{@code gemm}: matrix products by cache blocking and packing;
 *   <li>{@code convolution}: convolution and its gradients by implicit im2col and by Winograd's method;
 *   <li>{@code streaming}: operations that make one pass over memory, such as ReLU, Adam, pooling and losses;
 *   <li>{@code runtime}: common parts: thread pool, workspace, JIT warm-up.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel.vector;

import org.jspecify.annotations.NullMarked;
