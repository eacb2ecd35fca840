/**
 * Problems that matrix decompositions solve.
 *
 * <p>Start with {@link LinearSystems}, which has a solver for each class of systems. {@link LowRankApproximation} and
 * {@link Pca} use the singular value decomposition. {@link MatrixExponential} solves linear differential equations.
 * {@link PowerIteration} finds the dominant eigenvalue with matrix-vector products alone.
 *
 * <p>Notebook: scratch/notebooks/04-principal-components.ipynb
 */
@NullMarked
package quartet.scratch.linalg.application;

import org.jspecify.annotations.NullMarked;
