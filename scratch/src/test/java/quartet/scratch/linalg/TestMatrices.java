package quartet.scratch.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ejml.simple.SimpleMatrix;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/** Test matrices and assertions that the tests of all decompositions share. */
public final class TestMatrices {

    private TestMatrices() {}

    public static Matrix random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        return Matrix.generate(rows, columns, (i, j) -> random.nextGaussian());
    }

    public static Vector randomVector(int size, long seed) {
        return random(size, 1, seed).column(0);
    }

    /**
     * The Hilbert matrix h_ij = 1 / (i + j + 1), a classic ill-conditioned matrix with condition number 1.5e4 for n = 4
     * and 1.6e13 for n = 10.
     */
    public static Matrix hilbert(int n) {
        return Matrix.generate(n, n, (i, j) -> 1.0 / (i + j + 1));
    }

    public static Matrix ofRank(int rows, int columns, int rank, long seed) {
        return random(rows, rank, seed).times(random(rank, columns, seed + 1));
    }

    public static Matrix randomSymmetric(int n, long seed) {
        Matrix a = random(n, n, seed);
        return a.plus(a.transpose());
    }

    public static Matrix randomPositiveDefinite(int n, long seed) {
        Matrix a = random(n, n, seed);
        return a.times(a.transpose()).plus(Matrix.identity(n));
    }

    /** Square matrices: random, ill-conditioned, rank-deficient, of extreme scale, special, 1x1 and 0x0. */
    public static Stream<Matrix> square() {
        List<Matrix> special = List.of(
                Matrix.zeros(0, 0),
                Matrix.of(new double[] {-3}),
                Matrix.zeros(1, 1),
                Matrix.zeros(4, 4),
                Matrix.identity(5),
                Matrix.of(new double[] {0, 1}, new double[] {-1, 0}),
                Matrix.of(new double[] {0, 1}, new double[] {0, 0}),
                Matrix.of(new double[] {0, 0, 1}, new double[] {1, 0, 0}, new double[] {0, 1, 0}),
                hilbert(4),
                hilbert(12),
                ofRank(6, 6, 1, 30),
                ofRank(8, 8, 5, 31),
                random(6, 6, 32).scale(1e150),
                random(6, 6, 33).scale(1e-150),
                Matrix.diagonal(Vector.of(1, 1e-8, 1e-16, 1e-20)));
        return Stream.concat(special.stream(), IntStream.of(2, 3, 5, 10, 40).mapToObj(n -> random(n, n, n)));
    }

    /** The square matrices, and tall, wide and empty ones. */
    public static Stream<Matrix> ofAnyShape() {
        return Stream.concat(
                square(),
                Stream.of(
                        Matrix.zeros(0, 3),
                        Matrix.zeros(3, 0),
                        Matrix.zeros(3, 2),
                        random(1, 6, 40),
                        random(6, 1, 41),
                        random(7, 3, 42),
                        random(3, 7, 43),
                        random(50, 12, 44),
                        random(12, 50, 45),
                        ofRank(9, 5, 2, 46),
                        ofRank(5, 9, 3, 47),
                        hilbert(12).block(0, 12, 0, 7),
                        random(5, 8, 48).transpose().block(1, 8, 0, 5)));
    }

    /** Random matrices of 1 to 12 rows and columns with entries in [-10, 10], including zeros and repeated entries. */
    public static Arbitrary<Matrix> arbitrary() {
        Arbitrary<Integer> dimension = Arbitraries.integers().between(1, 12);
        return dimension.flatMap(rows -> dimension.flatMap(columns -> arbitrary(rows, columns)));
    }

    public static Arbitrary<Matrix> arbitrarySquare() {
        return Arbitraries.integers().between(1, 12).flatMap(n -> arbitrary(n, n));
    }

    public static Arbitrary<Matrix> arbitrary(int rows, int columns) {
        return Arbitraries.doubles()
                .between(-10, 10)
                .array(double[].class)
                .ofSize(rows * columns)
                .map(values -> Matrix.ofRowMajor(rows, columns, values));
    }

    public static SimpleMatrix ejml(Matrix a) {
        return a.rows() == 0 ? new SimpleMatrix(0, a.columns()) : new SimpleMatrix(a.toRows());
    }

    public static Matrix ofEjml(SimpleMatrix a) {
        return Matrix.generate(a.getNumRows(), a.getNumCols(), a::get);
    }

    public static RealMatrix hipparchus(Matrix a) {
        return new Array2DRowRealMatrix(a.toRows());
    }

    public static Matrix ofHipparchus(RealMatrix a) {
        return Matrix.of(a.getData());
    }

    /** Asserts that the distance is at most this fraction of the larger Frobenius norm. */
    public static void assertClose(Matrix actual, Matrix expected, double relative) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double scale = Math.max(Norms.frobenius(actual), Norms.frobenius(expected));
        assertThat(Norms.frobenius(actual.minus(expected)))
                .as("distance of %s from %s", actual, expected)
                .isLessThanOrEqualTo(relative * scale);
    }

    public static void assertClose(Vector actual, Vector expected, double relative) {
        assertThat(actual.size()).isEqualTo(expected.size());
        double scale = Math.max(Norms.two(actual), Norms.two(expected));
        assertThat(Norms.two(actual.minus(expected)))
                .as("distance of %s from %s", actual, expected)
                .isLessThanOrEqualTo(relative * scale);
    }

    /** Asserts that the entries of Q^T Q differ from those of I by at most 1e-12. */
    public static void assertOrthonormalColumns(Matrix q) {
        Matrix gram = q.transpose().times(q);
        assertThat(Norms.maximum(gram.minus(Matrix.identity(q.columns()))))
                .as("distance of Q^T Q from I")
                .isLessThanOrEqualTo(1e-12);
    }
}
