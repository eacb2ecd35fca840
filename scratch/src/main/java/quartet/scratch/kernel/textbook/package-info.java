/**
 * Textbook kernels: one short loop nest for each operation, with its shapes.
 *
 * <p>Start with {@link quartet.scratch.kernel.textbook.MatrixProduct} and {@link
 * quartet.scratch.kernel.textbook.Convolution}; {@link quartet.scratch.kernel.textbook.TextbookKernels} lists all
 * operations. The loops work in both precisions and are slow. They define the results of the faster kernels, which the
 * tests compare with them.
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel.textbook;

import org.jspecify.annotations.NullMarked;
