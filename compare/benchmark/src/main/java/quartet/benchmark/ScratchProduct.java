package quartet.benchmark;

import quartet.scratch.backend.KernelChoice;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.tensor.FloatTensor;

/** The product by the from-scratch library's fastest kernels, into an existing tensor. */
final class ScratchProduct implements MatrixProduct {
    private final Kernels kernels;
    private final MatmulProblem problem;
    private final FloatTensor a;
    private final FloatTensor b;
    private final FloatTensor c;

    ScratchProduct(MatmulProblem problem) {
        KernelChoice choice = KernelChoice.instance();
        choice.awaitReady();
        kernels = choice.kernels();
        this.problem = problem;
        a = FloatTensor.of(problem.a(), problem.rowsOfA(), problem.columnsOfA());
        b = FloatTensor.of(problem.b(), problem.rowsOfB(), problem.columnsOfB());
        c = FloatTensor.zeros(problem.m(), problem.n());
    }

    @Override
    public void compute() {
        kernels.matmul(a, problem.transposeA(), b, problem.transposeB(), c, false);
    }

    @Override
    public float[] result() {
        compute();
        return c.data();
    }
}
