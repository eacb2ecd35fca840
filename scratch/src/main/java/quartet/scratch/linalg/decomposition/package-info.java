/**
 * Matrix decompositions. Each class documents the factors, the algorithm and its source.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>Elimination: {@link TriangularSystems}, then {@link Lu} and {@link Cholesky}, which reduce a square system to
 *       two triangular ones.
 *   <li>Orthogonal triangularization: {@link Householder} reflections and {@link Qr}, which solves least squares; {@link
 *       PivotedQr} finds the rank too.
 *   <li>Symmetric eigenvalues: {@link SymmetricEigenDecomposition}.
 *   <li>Singular values of any matrix: {@link PlaneRotation} and {@link Svd}.
 *   <li>Eigenvalues of a general square matrix: {@link Hessenberg}, {@link RealSchur} and {@link EigenDecomposition}.
 * </ol>
 *
 * <p>Notebooks: scratch/notebooks/02-eigenvectors.ipynb, scratch/notebooks/03-singular-values.ipynb
 */
@NullMarked
package quartet.scratch.linalg.decomposition;

import org.jspecify.annotations.NullMarked;
