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
 * Eigenvalues and eigenvectors of a symmetric matrix, and the thin singular value decomposition, in double precision.
 * The default size is that of the covariance of Fashion-MNIST, 784 pixels. The from-scratch library and EJML decompose
 * the same matrices, each in a separate JVM and on one thread. Neither changes the given matrix.
 *
 * <p>See {@link Benchmarks} for how to run it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecompositionBenchmark {

    /** The library that computes the decomposition. */
    public enum Library {
        SCRATCH,
        EJML;

        private MatrixDecomposer decomposer(DecompositionProblem problem) {
            return switch (this) {
                case SCRATCH -> new ScratchDecomposer(problem);
                case EJML -> new EjmlDecomposer(problem);
            };
        }
    }

    @Param({"784"})
    public int columns = 784;

    /** The number of rows of the matrix for the singular value decomposition. */
    @Param({"784"})
    public int rows = 784;

    @Param
    public Library library = Library.SCRATCH;

    // JMH calls create first, so that each JVM loads one library alone.
    @SuppressWarnings("NullAway.Init")
    private MatrixDecomposer decomposer;

    /**
     * Passes the matrices to the library, and checks its factors.
     *
     * @throws IllegalStateException if the factors are not orthogonal or their product is not the matrix
     */
    @Setup
    public void create() {
        DecompositionProblem problem = DecompositionProblem.of(rows, columns);
        decomposer = library.decomposer(problem);
        problem.checkEigen(decomposer.eigenFactors());
        problem.checkSvd(decomposer.svdFactors());
    }

    @Benchmark
    public Object symmetricEigen() {
        return decomposer.eigen();
    }

    @Benchmark
    public Object svd() {
        return decomposer.svd();
    }
}
