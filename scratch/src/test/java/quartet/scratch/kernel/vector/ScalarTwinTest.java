package quartet.scratch.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static quartet.scratch.kernel.vector.KernelComparison.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.kernel.vector.runtime.VectorLoop;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/** Whole kernels give the same bits with vector loops and with the scalar twins that run until those are compiled. */
class ScalarTwinTest {
    private final Map<VectorLoop, Boolean> before = new LinkedHashMap<>();

    @BeforeEach
    void awaitWarmup() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
        KernelWarmup.start();
        KernelWarmup.await();
        KernelWarmup.loops().forEach(loop -> before.put(loop, loop.isCompiled()));
    }

    @AfterEach
    void restore() {
        before.forEach(VectorLoop::setCompiled);
    }

    @Test
    void convolutionWithPoolingAndItsGradients() {
        for (int inputs : new int[] {1, 16, 20}) {
            List<float[]> vectors = convolve(inputs, true);
            List<float[]> scalars = convolve(inputs, false);
            for (int i = 0; i < scalars.size(); i++) {
                assertThat(vectors.get(i)).containsExactly(scalars.get(i));
            }
        }
    }

    private static List<float[]> convolve(int inputs, boolean vectors) {
        KernelWarmup.loops().forEach(loop -> loop.setCompiled(vectors));
        Kernels kernels = new VectorKernels(1);
        Random random = new Random(5);
        Tensor x = random(random, 3, 14, 14, inputs);
        Tensor w = random(random, 32, inputs, 3, 3);
        Tensor b = random(random, 32);
        Tensor dy = random(random, 3, 7, 7, 32);
        FloatTensor y = FloatTensor.zeros(3, 7, 7, 32);
        FloatTensor dx = FloatTensor.zeros(3, 14, 14, inputs);
        FloatTensor dw = FloatTensor.zeros(32, inputs, 3, 3);
        FloatTensor db = FloatTensor.zeros(32);
        Pooled pooled = new Pooled(14, 14, 2, Activation.RELU, y, new int[y.size()]);
        kernels.convolve(x, w, b, 1, 1, pooled);
        kernels.convolveBackwardInput(pooled, dy, w, 1, 1, dx);
        kernels.convolveBackwardWeights(x, pooled, dy, 1, 1, dw, db);
        return List.of(y.data(), dx.data(), dw.data(), db.data());
    }
}
