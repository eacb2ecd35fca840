package quartet.scratch.benchmark;

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
import quartet.scratch.kernel.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.tensor.FloatTensor;

/** Matrix products op(A) op(B) by shape m x k x n, plain and with each factor transposed: 2 m k n operations each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatmulBenchmark {
    @Param({"64x16x128", "64x128x128", "64x128x26", "1568x64x128", "43264x9x16", "12544x144x32", "512x512x512"})
    public String shape = "";

    @Param({"NN", "TN", "NT"})
    public String transposed = "";

    private final Kernels kernels = Backend.standard().kernels();
    private FloatTensor a = FloatTensor.zeros(0);
    private FloatTensor b = FloatTensor.zeros(0);
    private FloatTensor c = FloatTensor.zeros(0);

    @Setup
    public void create() {
        String[] sizes = shape.split("x", -1);
        int m = Integer.parseInt(sizes[0]);
        int k = Integer.parseInt(sizes[1]);
        int n = Integer.parseInt(sizes[2]);
        a = transposed.charAt(0) == 'T' ? random(k, m) : random(m, k);
        b = transposed.charAt(1) == 'T' ? random(n, k) : random(k, n);
        c = random(m, n);
    }

    @Benchmark
    public FloatTensor matmul() {
        kernels.matmul(a, transposed.charAt(0) == 'T', b, transposed.charAt(1) == 'T', c, false);
        return c;
    }

    private static FloatTensor random(int rows, int columns) {
        Random random = new Random(rows + 31L * columns);
        FloatTensor tensor = FloatTensor.zeros(rows, columns);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, random.nextGaussian());
        }
        return tensor;
    }
}
