package quartet.scratch.model.margin;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.model.Classifier;
import quartet.scratch.probability.special.LogSumExp;

/**
 * A linear support vector machine, fitted by dual coordinate descent.
 * <pre>{@code
 * minimize   1/2 |w|^2 + C sum_i max(0, 1 - y_i w . x_i),   y_i = +1 or -1,   x_i extended by a constant 1 for the bias
 * dual       w = sum_i a_i y_i x_i,   0 <= a_i <= C
 * step i     G = y_i w . x_i - 1,   a_i' = min(max(a_i - G / |x_i|^2, 0), C),   w += (a_i' - a_i) y_i x_i
 * }</pre>
 * A step minimizes the dual problem in one a_i and costs O(features). The bias is the weight of the constant feature
 * and is penalized like the others. There is one machine for each class against all others, and the largest w . x wins;
 * two classes share one machine.
 * Source: Hsieh, Chang, Lin, Keerthi, Sundararajan (2008), "A Dual Coordinate Descent Method for Large-scale Linear
 * SVM", algorithm 1 with the hinge loss.
 */
public final class LinearSupportVectorMachine implements Classifier {

    private static final int MAXIMUM_SWEEPS = 100_000;

    private final double[][] weights;

    private LinearSupportVectorMachine(double[][] weights) {
        this.weights = weights;
    }

    /**
     * Fits the weights until the projected gradients of the dual problem differ by at most the tolerance.
     *
     * @param x the features [rows, features], usually standardized
     * @param labels the classes [rows], from 0, at least two classes
     * @param c the price C of a row inside the margin, greater than 0
     * @param tolerance greater than 0; 1e-3 is usual
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, a class has no row, there is
     *     one class, or C or the tolerance is not positive
     * @throws NonConvergenceException if 100,000 sweeps do not reach the tolerance
     */
    public static LinearSupportVectorMachine fit(double[][] x, int[] labels, double c, double tolerance) {
        int classes = Classifier.classes("LinearSupportVectorMachine", x, labels);
        Require.atLeast("LinearSupportVectorMachine", "classes", 2, classes);
        Require.positive("LinearSupportVectorMachine", "C", c);
        Require.positive("LinearSupportVectorMachine", "tolerance", tolerance);
        double[][] extended =
                Arrays.stream(x).map(LinearSupportVectorMachine::extended).toArray(double[][]::new);
        double[][] weights = new double[classes][];
        for (int k = classes == 2 ? 1 : 0; k < classes; k++) {
            int positive = k;
            double[] y = Arrays.stream(labels)
                    .mapToDouble(label -> label == positive ? 1 : -1)
                    .toArray();
            weights[k] = solve(extended, y, c, tolerance);
        }
        if (classes == 2) {
            weights[0] = Arrays.stream(weights[1]).map(w -> -w).toArray();
        }
        return new LinearSupportVectorMachine(weights);
    }

    private static double[] solve(double[][] x, double[] y, double c, double tolerance) {
        double[] w = new double[x[0].length];
        double[] a = new double[x.length];
        double[] squares = Arrays.stream(x).mapToDouble(row -> dot(row, row)).toArray();
        // Sweeps in random order converge faster.
        RandomGenerator random = new Random(0);
        int[] order = new int[x.length];
        Arrays.setAll(order, i -> i);
        double range = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < MAXIMUM_SWEEPS; sweep++) {
            double largest = Double.NEGATIVE_INFINITY;
            double smallest = Double.POSITIVE_INFINITY;
            for (int n = 0; n < order.length; n++) {
                int other = n + random.nextInt(order.length - n);
                int i = order[other];
                order[other] = order[n];
                order[n] = i;
                double gradient = y[i] * dot(w, x[i]) - 1;
                double projected = a[i] == 0 ? Math.min(gradient, 0) : a[i] == c ? Math.max(gradient, 0) : gradient;
                largest = Math.max(largest, projected);
                smallest = Math.min(smallest, projected);
                double next = Math.min(Math.max(a[i] - gradient / squares[i], 0), c);
                for (int j = 0; j < w.length; j++) {
                    w[j] += (next - a[i]) * y[i] * x[i][j];
                }
                a[i] = next;
            }
            range = largest - smallest;
            if (range <= tolerance) {
                return w;
            }
        }
        throw new NonConvergenceException(
                "LinearSupportVectorMachine: expected projected gradients that differ by at most " + tolerance
                        + " after " + MAXIMUM_SWEEPS + " sweeps, but was " + range
                        + "; standardize the features or use a smaller C");
    }

    /** Returns a copy of the weights w [classes, features + 1]; the last one is the bias. */
    public double[][] weights() {
        return Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Returns the distances w . x [classes], in units of half the margin. Positive values speak for the class.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double[] decisions(double[] row) {
        RequireArray.row("LinearSupportVectorMachine", weights[0].length - 1, row);
        double[] x = extended(row);
        return Arrays.stream(weights).mapToDouble(w -> dot(w, x)).toArray();
    }

    /** Returns the class with the largest decision, the first one if several are equal. */
    @Override
    public int classify(double[] row) {
        return LogSumExp.largest(decisions(row));
    }

    private static double[] extended(double[] row) {
        double[] x = Arrays.copyOf(row, row.length + 1);
        x[row.length] = 1;
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
