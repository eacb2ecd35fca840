/**
 * Krylov methods: linear systems and eigenvalues of a matrix that is given only by its products with vectors.
 *
 * <p>The Krylov space of b is spanned by {@code b, A b, A^2 b, ...}. {@link ConjugateGradient} finds the best solution
 * of A x = b in this space; {@link Lanczos} finds the best eigenvectors. Each step needs one product with A. A may
 * therefore be sparse, or the Hessian of a network's loss, which {@link
 * quartet.scratch.calculus.autodiff.HessianVectorProduct} multiplies without forming it.
 *
 * <p>Nearest notebook: scratch/notebooks/02-eigenvectors.ipynb
 */
@NullMarked
package quartet.scratch.linalg.krylov;

import org.jspecify.annotations.NullMarked;
