/**
 * Vectors and matrices in double precision, and the algorithms of textbook linear algebra.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link Vector} and {@link Matrix}: immutable views of one array. {@link Norms}: their size. {@link Complex}:
 *       the numbers that eigenvalues of a real matrix may need.
 *   <li>{@link quartet.scratch.linalg.decomposition}: LU, Cholesky, QR, singular values and eigenvalues.
 *   <li>{@link quartet.scratch.linalg.application}: linear systems, low-rank approximation, principal components, the
 *       matrix exponential and power iteration.
 *   <li>{@link quartet.scratch.linalg.krylov}: systems and eigenvalues of matrices that are too large to be stored.
 * </ol>
 *
 * <p>All objects are immutable and safe to share between threads. Indices start at 0. {@code eps} is 2^-52, the
 * distance from 1 to the next double. Matrices without rows or columns are allowed if the definition covers them: an
 * empty sum is 0 and an empty product is 1. Arithmetic propagates NaN and infinity; decompositions throw
 * IllegalArgumentException for them.
 *
 * <p>Sources: Golub and Van Loan, Matrix Computations, 4th edition (2013); Trefethen and Bau, Numerical Linear Algebra
 * (1997); Strang, Introduction to Linear Algebra, 5th edition (2016); Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd edition (2002).
 *
 * <p>Notebook: scratch/notebooks/01-products-as-geometry.ipynb
 */
@NullMarked
package quartet.scratch.linalg;

import org.jspecify.annotations.NullMarked;
