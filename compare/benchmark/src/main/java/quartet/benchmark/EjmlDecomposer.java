package quartet.benchmark;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.DecompositionInterface;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import quartet.benchmark.DecompositionProblem.Factors;

/** Decompositions of EJML, by the algorithms that its factory chooses for the size. */
final class EjmlDecomposer implements MatrixDecomposer {
    private final DMatrixRMaj symmetric;
    private final DMatrixRMaj matrix;

    EjmlDecomposer(DecompositionProblem problem) {
        symmetric = new DMatrixRMaj(problem.symmetric());
        matrix = new DMatrixRMaj(problem.matrix());
    }

    @Override
    public EigenDecomposition_F64<DMatrixRMaj> eigen() {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(symmetric.numRows, true, true);
        decompose(eigen, symmetric);
        return eigen;
    }

    @Override
    public SingularValueDecomposition_F64<DMatrixRMaj> svd() {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, true, true, true);
        decompose(svd, matrix);
        return svd;
    }

    private static void decompose(DecompositionInterface<DMatrixRMaj> decomposition, DMatrixRMaj input) {
        if (!decomposition.decompose(decomposition.inputModified() ? input.copy() : input)) {
            throw new IllegalStateException("EJML: the decomposition does not converge");
        }
    }

    @Override
    public Factors eigenFactors() {
        EigenDecomposition_F64<DMatrixRMaj> eigen = eigen();
        int n = symmetric.numRows;
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int j = 0; j < n; j++) {
            values[j] = eigen.getEigenvalue(j).getReal();
            DMatrixRMaj vector = eigen.getEigenVector(j);
            for (int i = 0; i < n; i++) {
                vectors[i][j] = vector.get(i);
            }
        }
        return new Factors(vectors, values, vectors);
    }

    @Override
    public Factors svdFactors() {
        SingularValueDecomposition_F64<DMatrixRMaj> svd = svd();
        double[][] u = svd.getU(null, false).get2DData();
        double[][] v = svd.getV(null, false).get2DData();
        return new Factors(u, svd.getSingularValues(), v);
    }
}
