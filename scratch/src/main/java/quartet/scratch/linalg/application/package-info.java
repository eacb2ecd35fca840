/**
 * Problems that the matrix decompositions solve.
 *
 * <p>Start with {@link LinearSystems}, which says which decomposition suits which system. {@link LowRankApproximation}
 * and {@link Pca} use the singular value decomposition. {@link MatrixExponential} solves linear differential equations.
 * {@link PowerIteration} finds the dominant eigenvalue with matrix-vector products alone.
 */
@NullMarked
package quartet.scratch.linalg.application;

import org.jspecify.annotations.NullMarked;
