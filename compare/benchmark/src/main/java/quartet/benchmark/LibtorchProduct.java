package quartet.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The product by libtorch, called through DJL. A transposed factor is a view.
 *
 * <p>DJL has no product into an existing array. So each call also makes an array for the result, in native memory and
 * with an object in Java, and closes it again.
 */
final class LibtorchProduct implements MatrixProduct {
    static {
        // DJL reads both when it loads the native library.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(MatrixProduct.threads()));
    }

    private final NDArray a;
    private final NDArray b;

    LibtorchProduct(MatmulProblem problem) {
        // Lives as long as the benchmark's JVM.
        NDManager manager = NDManager.newBaseManager("PyTorch");
        NDArray storedA = manager.create(problem.a(), new Shape(problem.rowsOfA(), problem.columnsOfA()));
        NDArray storedB = manager.create(problem.b(), new Shape(problem.rowsOfB(), problem.columnsOfB()));
        a = problem.transposeA() ? storedA.transpose() : storedA;
        b = problem.transposeB() ? storedB.transpose() : storedB;
    }

    @Override
    public void compute() {
        a.matMul(b).close();
    }

    @Override
    public float[] result() {
        try (NDArray c = a.matMul(b)) {
            return c.toFloatArray();
        }
    }
}
