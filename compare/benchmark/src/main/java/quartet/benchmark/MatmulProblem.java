package quartet.benchmark;

import java.util.Arrays;
import java.util.Random;

/**
 * A matrix product C = op(A) op(B), with op(X) = X or X^T, and the check of its result. Shapes: op(A) [m, k], op(B)
 * [k, n], C [m, n]; a transposed factor is stored as [k, m] or [n, k].
 *
 * @param a the numbers of A row by row, as they are stored
 * @param b the numbers of B row by row, as they are stored
 */
record MatmulProblem(int m, int k, int n, boolean transposeA, boolean transposeB, float[] a, float[] b) {
    /** The tolerance for a number of the product, relative to the standard deviation of these numbers. */
    private static final double TOLERANCE = 1e-4;

    /**
     * Returns a product of factors with numbers from the standard normal distribution. The numbers are the same in
     * every run.
     *
     * @param shape the sizes as m x k x n, such as 64x16x128
     * @param transposed a letter for each factor, N for plain or T for transposed, such as TN
     */
    static MatmulProblem of(String shape, String transposed) {
        int[] sizes = sizes(shape);
        int m = sizes[0];
        int k = sizes[1];
        int n = sizes[2];
        Random random = new Random(42);
        boolean transposeA = transposed.charAt(0) == 'T';
        boolean transposeB = transposed.charAt(1) == 'T';
        return new MatmulProblem(m, k, n, transposeA, transposeB, random(random, m * k), random(random, k * n));
    }

    /** Returns the number of additions and multiplications by definition: 2 m k n. */
    static double operations(String shape) {
        int[] sizes = sizes(shape);
        return 2.0 * sizes[0] * sizes[1] * sizes[2];
    }

    int rowsOfA() {
        return transposeA ? k : m;
    }

    int columnsOfA() {
        return transposeA ? m : k;
    }

    int rowsOfB() {
        return transposeB ? n : k;
    }

    int columnsOfB() {
        return transposeB ? k : n;
    }

    /**
     * Compares a computed product, row by row, with three plain loops in double precision.
     *
     * @throws IllegalStateException if a number differs by more than 1e-4 sqrt(k), where sqrt(k) is the standard
     *     deviation of a sum of k products of independent standard normal numbers
     */
    void check(float[] product) {
        if (product.length != m * n) {
            throw new IllegalStateException("expected " + m * n + " numbers, but was " + product.length);
        }
        double tolerance = TOLERANCE * Math.sqrt(k);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double expected = 0;
                for (int p = 0; p < k; p++) {
                    double left = transposeA ? a[p * m + i] : a[i * k + p];
                    double right = transposeB ? b[j * k + p] : b[p * n + j];
                    expected += left * right;
                }
                float actual = product[i * n + j];
                if (!(Math.abs(actual - expected) <= tolerance)) {
                    throw new IllegalStateException("C[" + i + ", " + j + "] of " + m + "x" + k + "x" + n
                            + ": expected " + expected + ", but was " + actual);
                }
            }
        }
    }

    private static int[] sizes(String shape) {
        return Arrays.stream(shape.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static float[] random(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
