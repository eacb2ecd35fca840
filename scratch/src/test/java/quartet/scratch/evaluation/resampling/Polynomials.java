package quartet.scratch.evaluation.resampling;

import java.util.Arrays;
import java.util.Random;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.application.LinearSystems;

/** Polynomial regression of one feature in [-1, 1] by least squares, and a noisy sine as test data. */
final class Polynomials {
    private Polynomials() {}

    static Model ofDegree(int degree) {
        return (x, y) -> {
            Vector coefficients = LinearSystems.leastSquares(powers(x, degree), Vector.of(y));
            return rows -> powers(rows, degree).times(coefficients).toArray();
        };
    }

    static Matrix powers(double[][] x, int degree) {
        return Matrix.generate(x.length, degree + 1, (i, j) -> Math.pow(x[i][0], j));
    }

    static double sine(double[] x) {
        return Math.sin(Math.PI * x[0]);
    }

    static double[][] grid(int points) {
        double[][] x = new double[points][];
        Arrays.setAll(x, i -> new double[] {-1 + 2.0 * i / (points - 1)});
        return x;
    }

    static double[] noisySine(double[][] x, double deviation, Random random) {
        return Arrays.stream(x)
                .mapToDouble(row -> sine(row) + deviation * random.nextGaussian())
                .toArray();
    }
}
