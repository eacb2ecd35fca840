package quartet.benchmark;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Activation;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.Pooled;
import quartet.scratch.tensor.FloatTensor;

/**
 * The operations of the image classifier's two stages, for a batch of 64 images. See {@link Benchmarks} for how to run
 * it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ImageBenchmark {
    private static final int BATCH = 64;

    /** Stage 1: 28 x 28 pixels, 1 to 16 channels. Stage 2: 14 x 14 pixels, 16 to 32 channels. */
    @Param({"1", "2"})
    public int stage = 1;

    private final Kernels kernels = Backend.standard().kernels();
    private FloatTensor x = FloatTensor.zeros(0);
    private FloatTensor w = FloatTensor.zeros(0);
    private FloatTensor b = FloatTensor.zeros(0);
    private FloatTensor y = FloatTensor.zeros(0);
    private FloatTensor dy = FloatTensor.zeros(0);
    private FloatTensor pooled = FloatTensor.zeros(0);
    private FloatTensor pooledGradient = FloatTensor.zeros(0);
    private int[] argmax = new int[0];
    private Pooled together = new Pooled(0, 0, 1, Activation.RELU, pooled, argmax);

    @Setup
    public void create() {
        int size = stage == 1 ? 28 : 14;
        int inputs = stage == 1 ? 1 : 16;
        int outputs = stage == 1 ? 16 : 32;
        x = random(BATCH, size, size, inputs);
        w = random(outputs, inputs, 3, 3);
        b = random(outputs);
        y = random(BATCH, size, size, outputs);
        dy = random(BATCH, size, size, outputs);
        pooled = random(BATCH, size / 2, size / 2, outputs);
        pooledGradient = random(BATCH, size / 2, size / 2, outputs);
        argmax = new int[pooled.size()];
        together = new Pooled(size, size, 2, Activation.RELU, pooled, argmax);
        kernels.maxPool(y, 2, 2, Activation.RELU, pooled, argmax);
    }

    @Benchmark
    public FloatTensor forward() {
        kernels.convolve(x, w, b, 1, 1, Activation.RELU, y);
        return y;
    }

    @Benchmark
    public FloatTensor backwardInput() {
        kernels.convolveBackwardInput(dy, w, 1, 1, x);
        return x;
    }

    @Benchmark
    public FloatTensor backwardWeights() {
        kernels.convolveBackwardWeights(x, dy, 1, 1, w, b);
        return w;
    }

    @Benchmark
    public FloatTensor forwardPooled() {
        kernels.convolve(x, w, b, 1, 1, together);
        return pooled;
    }

    @Benchmark
    public FloatTensor backwardInputPooled() {
        kernels.convolveBackwardInput(together, pooledGradient, w, 1, 1, x);
        return x;
    }

    @Benchmark
    public FloatTensor backwardWeightsPooled() {
        kernels.convolveBackwardWeights(x, together, pooledGradient, 1, 1, w, b);
        return w;
    }

    @Benchmark
    public FloatTensor pool() {
        kernels.maxPool(y, 2, 2, Activation.RELU, pooled, argmax);
        return pooled;
    }

    @Benchmark
    public FloatTensor poolBackward() {
        kernels.maxPoolBackward(pooled, pooledGradient, 2, 2, Activation.RELU, argmax, dy);
        return dy;
    }

    private static FloatTensor random(int... shape) {
        Random random = new Random(shape.length);
        FloatTensor tensor = FloatTensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextGaussian());
        }
        return tensor;
    }
}
