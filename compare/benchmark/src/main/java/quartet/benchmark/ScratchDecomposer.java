package quartet.benchmark;

import quartet.benchmark.DecompositionProblem.Factors;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.decomposition.Svd;
import quartet.scratch.linalg.decomposition.SymmetricEigenDecomposition;

/** Decompositions of the from-scratch library. */
final class ScratchDecomposer implements MatrixDecomposer {
    private final Matrix symmetric;
    private final Matrix matrix;

    ScratchDecomposer(DecompositionProblem problem) {
        symmetric = Matrix.of(problem.symmetric());
        matrix = Matrix.of(problem.matrix());
    }

    @Override
    public SymmetricEigenDecomposition eigen() {
        return SymmetricEigenDecomposition.of(symmetric);
    }

    @Override
    public Svd svd() {
        return Svd.of(matrix);
    }

    @Override
    public Factors eigenFactors() {
        SymmetricEigenDecomposition eigen = eigen();
        double[][] vectors = eigen.eigenvectors().toRows();
        return new Factors(vectors, eigen.eigenvalues().toArray(), vectors);
    }

    @Override
    public Factors svdFactors() {
        Svd svd = svd();
        return new Factors(
                svd.u().toRows(), svd.singularValues().toArray(), svd.v().toRows());
    }
}
