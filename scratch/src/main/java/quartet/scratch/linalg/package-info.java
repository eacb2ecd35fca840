/**
 * Linear algebra in double precision, as the textbooks tell it: one idea, one file, with its formula and its source.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.linalg.Vector}, {@link quartet.scratch.linalg.Matrix}: numbers in one array, and
 * windows on
 *       it; {@link quartet.scratch.linalg.Norms}: how large they are.
 *   <li>{@link quartet.scratch.linalg.TriangularSystems}: the systems that solve themselves; {@link
 *       quartet.scratch.linalg.Lu}, {@link quartet.scratch.linalg.Cholesky}: elimination makes the others triangular.
 *   <li>{@link quartet.scratch.linalg.Householder}, {@link quartet.scratch.linalg.Qr}: reflections do it without
 * growth of
 *       errors, and give least squares.
 *   <li>{@link quartet.scratch.linalg.PlaneRotation}, {@link quartet.scratch.linalg.SymmetricEigenDecomposition}: the
 * axes
 *       of a symmetric matrix, rotation by rotation.
 *   <li>{@link quartet.scratch.linalg.Svd}: the same for every matrix; {@link
 *       quartet.scratch.linalg.LowRankApproximation}, {@link quartet.scratch.linalg.Pca}: what to do with it; {@link
 *       quartet.scratch.linalg.LinearSystems}: which decomposition answers which question.
 *   <li>{@link quartet.scratch.linalg.PowerIteration}: the simplest way to one eigenvalue; {@link
 *       quartet.scratch.linalg.Hessenberg}, {@link quartet.scratch.linalg.RealSchur}, {@link
 *       quartet.scratch.linalg.Complex}, {@link quartet.scratch.linalg.EigenDecomposition}: the way to all of them,
 * complex
 *       ones included.
 * </ol>
 *
 * <p>Everything is immutable and safe to share between threads. Indices count from 0; {@code eps} is 2^-52, the
 * distance from 1 to the next double. Matrices without rows or columns are allowed wherever a definition covers them:
 * sums are 0, products 1. Arithmetic lets NaN and infinity through, decompositions refuse them.
 *
 * <p>Sources: Golub and Van Loan, Matrix Computations, 4th edition (2013); Trefethen and Bau, Numerical Linear Algebra
 * (1997); Strang, Introduction to Linear Algebra, 5th edition (2016); Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd edition (2002).
 */
@org.jspecify.annotations.NullMarked
package quartet.scratch.linalg;
