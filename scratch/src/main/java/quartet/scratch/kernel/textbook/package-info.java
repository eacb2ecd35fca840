/**
 * The kernels as a textbook writes them: one short loop nest for each operation, its shapes beside it.
 *
 * <p>Start with {@link quartet.scratch.kernel.textbook.MatrixProduct} and {@link
 * quartet.scratch.kernel.textbook.Convolution}; {@link quartet.scratch.kernel.textbook.TextbookKernels} lists all
 * operations. The loops work in both precisions and are slow. They define what the faster kernels have to compute, and
 * the tests compare those with them.
 */
@NullMarked
package quartet.scratch.kernel.textbook;

import org.jspecify.annotations.NullMarked;
