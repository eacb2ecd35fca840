package quartet.benchmark;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The product by ND4J's {@code mmuli}, which calls OpenBLAS, into an existing array. A transposed factor is a view.
 * The result is stored column by column, because {@code mmuli} would compute a row-major result in a temporary array
 * and copy it.
 */
final class Nd4jProduct implements MatrixProduct {
    private final INDArray a;
    private final INDArray b;
    private final INDArray c;

    Nd4jProduct(MatmulProblem problem) {
        int threads = MatrixProduct.threads();
        // Nd4j is initialized first, because the other classes require its backend.
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);

        INDArray storedA = Nd4j.create(problem.a(), new long[] {problem.rowsOfA(), problem.columnsOfA()}, 'c');
        INDArray storedB = Nd4j.create(problem.b(), new long[] {problem.rowsOfB(), problem.columnsOfB()}, 'c');
        a = problem.transposeA() ? storedA.transpose() : storedA;
        b = problem.transposeB() ? storedB.transpose() : storedB;
        c = Nd4j.create(new long[] {problem.m(), problem.n()}, 'f');
    }

    @Override
    public void compute() {
        a.mmuli(b, c);
    }

    @Override
    public float[] result() {
        compute();
        return c.dup('c').data().asFloat();
    }
}
