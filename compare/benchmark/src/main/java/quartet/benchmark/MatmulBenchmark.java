package quartet.benchmark;

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

/**
 * Matrix products op(A) op(B) by shape m x k x n, plain and with each factor transposed: 2 m k n operations each, in
 * float32. The from-scratch kernels, libtorch and ND4J multiply the same numbers, each in a separate JVM.
 *
 * <p>The time of a call includes the overhead of calling the library's loops from Java, which dominates for the
 * smallest shapes. The from-scratch kernels and ND4J write to an existing result. For libtorch, DJL creates a new
 * result in every call.
 *
 * <p>The whole benchmark takes a quarter of an hour. See {@link Benchmarks} for how to run it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatmulBenchmark {

    /** The library that computes the matrix product. */
    public enum Library {
        SCRATCH,
        LIBTORCH,
        ND4J;

        private MatrixProduct product(MatmulProblem problem) {
            return switch (this) {
                case SCRATCH -> new ScratchProduct(problem);
                case LIBTORCH -> new LibtorchProduct(problem);
                case ND4J -> new Nd4jProduct(problem);
            };
        }
    }

    @Param({"64x16x128", "64x128x128", "64x128x26", "1568x64x128", "43264x9x16", "12544x144x32", "512x512x512"})
    public String shape = "";

    @Param({"NN", "TN", "NT"})
    public String transposed = "";

    @Param
    public Library library = Library.SCRATCH;

    // JMH calls create first, so that each JVM loads one library alone.
    @SuppressWarnings("NullAway.Init")
    private MatrixProduct product;

    /**
     * Passes the numbers to the library, and checks its result.
     *
     * @throws IllegalStateException if the library's product is not that of three plain loops
     */
    @Setup
    public void create() {
        MatmulProblem problem = MatmulProblem.of(shape, transposed);
        product = library.product(problem);
        problem.check(product.result());
    }

    @Benchmark
    public void matmul() {
        product.compute();
    }
}
