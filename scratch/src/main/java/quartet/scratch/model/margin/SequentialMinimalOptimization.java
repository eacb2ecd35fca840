package quartet.scratch.model.margin;

import java.util.Arrays;
import java.util.stream.IntStream;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.model.KernelFunction;

/**
 * Sequential minimal optimization of a support vector machine for two classes.
 * <pre>{@code
 * dual       minimize D(a) = 1/2 sum_ij a_i a_j y_i y_j k(x_i, x_j) - sum_i a_i,   0 <= a_i <= C,   sum_i y_i a_i = 0
 * gradient   G_i = y_i sum_j a_j y_j k(x_i, x_j) - 1
 * pair       i = argmax -y_i G_i over rows whose y_i a_i may grow
 *            j = argmax b^2 / q over rows whose y_j a_j may shrink,   b = y_j G_j - y_i G_i > 0,
 *                q = k_ii + k_jj - 2 k_ij
 * step       t = b / q, reduced to stay in [0, C];   a_i += y_i t,   a_j -= y_j t
 * stop       when the largest b is at most the tolerance
 * decision   f(x) = sum_i a_i y_i k(x_i, x) + bias
 * }</pre>
 * Two variables are the fewest that can change, because of the equation. Rows of the kernel matrix are computed when
 * they are needed and kept: at most 8 n^2 bytes.
 * Source: Platt (1998); Fan, Chen, Lin (2005), "Working Set Selection Using Second Order Information for Training
 * Support Vector Machines".
 */
final class SequentialMinimalOptimization {

    private static final int LARGEST_STEPS = 10_000_000;
    /** Replaces a curvature q that is not positive. */
    private static final double SMALLEST_CURVATURE = 1e-12;

    private final KernelFunction kernel;
    private final double[][] x;
    private final double[] y;
    private final double c;
    private final double[] a;
    private final double[] gradient;
    private final double[][] rows;
    private final double[] diagonal;

    private SequentialMinimalOptimization(KernelFunction kernel, double[][] x, double[] y, double c) {
        this.kernel = kernel;
        this.x = x;
        this.y = y;
        this.c = c;
        this.a = new double[x.length];
        this.gradient = new double[x.length];
        Arrays.fill(gradient, -1);
        this.rows = new double[x.length][0];
        this.diagonal = Arrays.stream(x).mapToDouble(row -> kernel.of(row, row)).toArray();
    }

    /**
     * A fitted machine for two classes.
     *
     * @param vectors the rows with a > 0 [vectors, features]
     * @param coefficients a y of these rows [vectors]
     */
    record Machine(KernelFunction kernel, double[][] vectors, double[] coefficients, double bias) {
        double decision(double[] row) {
            double sum = bias;
            for (int i = 0; i < vectors.length; i++) {
                sum += coefficients[i] * kernel.of(vectors[i], row);
            }
            return sum;
        }
    }

    /** Fits a machine to rows with y = +1 or -1, with at least one of each. */
    static Machine fit(KernelFunction kernel, double[][] x, double[] y, double c, double tolerance) {
        SequentialMinimalOptimization problem = new SequentialMinimalOptimization(kernel, x, y, c);
        double bias = problem.solve(tolerance);
        int[] support =
                IntStream.range(0, y.length).filter(i -> problem.a[i] > 0).toArray();
        return new Machine(
                kernel,
                Arrays.stream(support).mapToObj(i -> x[i].clone()).toArray(double[][]::new),
                Arrays.stream(support).mapToDouble(i -> problem.a[i] * y[i]).toArray(),
                bias);
    }

    private double solve(double tolerance) {
        double gap = Double.POSITIVE_INFINITY;
        for (int step = 0; step < LARGEST_STEPS; step++) {
            int i = mostViolating();
            double up = -y[i] * gradient[i];
            double low = lowest();
            gap = up - low;
            if (gap <= tolerance) {
                return bias(up, low);
            }
            update(i, partner(i, up));
        }
        throw new NonConvergenceException("KernelSupportVectorMachine: expected optimality within " + tolerance
                + " after " + LARGEST_STEPS + " steps, but was " + gap + "; use a smaller C or a larger tolerance");
    }

    private boolean mayGrow(int i) {
        return y[i] > 0 ? a[i] < c : a[i] > 0;
    }

    private boolean mayShrink(int i) {
        return y[i] > 0 ? a[i] > 0 : a[i] < c;
    }

    private int mostViolating() {
        int best = -1;
        for (int i = 0; i < y.length; i++) {
            if (mayGrow(i) && (best < 0 || -y[i] * gradient[i] > -y[best] * gradient[best])) {
                best = i;
            }
        }
        return best;
    }

    private double lowest() {
        double low = Double.POSITIVE_INFINITY;
        for (int j = 0; j < y.length; j++) {
            low = mayShrink(j) ? Math.min(low, -y[j] * gradient[j]) : low;
        }
        return low;
    }

    private int partner(int i, double up) {
        int best = -1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < y.length; j++) {
            double b = up + y[j] * gradient[j];
            if (mayShrink(j) && b > 0 && b * b / curvature(i, j) > largest) {
                largest = b * b / curvature(i, j);
                best = j;
            }
        }
        return best;
    }

    private double curvature(int i, int j) {
        double q = diagonal[i] + diagonal[j] - 2 * row(i)[j];
        return q > 0 ? q : SMALLEST_CURVATURE;
    }

    private void update(int i, int j) {
        double b = y[j] * gradient[j] - y[i] * gradient[i];
        double roomOfI = y[i] > 0 ? c - a[i] : a[i];
        double roomOfJ = y[j] > 0 ? a[j] : c - a[j];
        double t = Math.min(b / curvature(i, j), Math.min(roomOfI, roomOfJ));
        // A step that uses all room ends exactly at the bound, in spite of rounding.
        a[i] = t == roomOfI ? (y[i] > 0 ? c : 0) : a[i] + y[i] * t;
        a[j] = t == roomOfJ ? (y[j] > 0 ? 0 : c) : a[j] - y[j] * t;
        double[] rowOfI = row(i);
        double[] rowOfJ = row(j);
        for (int k = 0; k < y.length; k++) {
            gradient[k] += y[k] * (rowOfI[k] - rowOfJ[k]) * t;
        }
    }

    /** Returns the mean of {@code -y_i G_i} over the rows on the margin, or the middle of the bounds without such rows. */
    private double bias(double up, double low) {
        return IntStream.range(0, y.length)
                .filter(i -> a[i] > 0 && a[i] < c)
                .mapToDouble(i -> -y[i] * gradient[i])
                .average()
                .orElse((up + low) / 2);
    }

    private double[] row(int i) {
        if (rows[i].length == 0) {
            rows[i] = Arrays.stream(x)
                    .mapToDouble(other -> kernel.of(x[i], other))
                    .toArray();
        }
        return rows[i];
    }
}
