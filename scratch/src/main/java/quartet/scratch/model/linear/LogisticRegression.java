package quartet.scratch.model.linear;

import java.util.Arrays;
import java.util.stream.IntStream;
import quartet.scratch.argument.NonConvergenceException;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.calculus.minimization.Lbfgs;
import quartet.scratch.calculus.minimization.Minimum;
import quartet.scratch.calculus.minimization.Objective;
import quartet.scratch.model.Classifier;
import quartet.scratch.model.ProbabilisticClassifier;
import quartet.scratch.probability.special.LogSumExp;

/**
 * Multinomial logistic regression with a squared penalty: one dense layer with softmax cross-entropy.
 * <pre>{@code
 * P(class c | x) = softmax(z)_c,   z_c = w_c . x + b_c
 * minimize   -1/n sum_i log P(label_i | x_i) + lambda / 2 sum_c |w_c|^2
 * gradient   dz_ic = (P(c | x_i) - [c = label_i]) / n,   dw_c = sum_i dz_ic x_i + lambda w_c,   db_c = sum_i dz_ic
 * }</pre>
 * The objective is convex and {@link Lbfgs} minimizes it. The biases are not penalized. With lambda = 0 the problem has
 * no minimum if a hyperplane separates the classes. Two classes have two weight vectors here, which are opposite; models
 * with a single vector w = w_1 - w_0 have the same minimum with half the penalty.
 * Source: Hastie, Tibshirani, Friedman (2009), section 4.4; Bishop (2006), section 4.3.4.
 */
public final class LogisticRegression implements ProbabilisticClassifier {

    private static final double TOLERANCE = 1e-9;
    private static final int MAXIMUM_STEPS = 10_000;

    private final double[][] weights;
    private final double[] biases;

    private LogisticRegression(double[][] weights, double[] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    /**
     * Fits weights and biases until no partial derivative exceeds 1e-9.
     *
     * @param x the features [rows, features], usually standardized, because the penalty compares their weights
     * @param labels the classes [rows], from 0, at least two classes
     * @param lambda the penalty, at least 0
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, a class has no row, there is
     *     one class, lambda is negative, or lambda is 0 and the classes are linearly separable
     * @throws NonConvergenceException if 10,000 steps do not reach the accuracy
     */
    public static LogisticRegression fit(double[][] x, int[] labels, double lambda) {
        return fit(x, labels, lambda, TOLERANCE);
    }

    /**
     * Fits weights and biases as {@link #fit(double[][], int[], double)} until no partial derivative exceeds a
     * tolerance. A tolerance of 1e-4 takes a fraction of the time and is enough for predictions.
     *
     * @param tolerance the largest partial derivative at the solution, greater than 0
     * @throws IllegalArgumentException as the other method, or if the tolerance is not positive
     * @throws NonConvergenceException if 10,000 steps do not reach the tolerance
     */
    public static LogisticRegression fit(double[][] x, int[] labels, double lambda, double tolerance) {
        Require.notNegative("LogisticRegression", "lambda", lambda);
        Require.positive("LogisticRegression", "tolerance", tolerance);
        int classes = Classifier.classes("LogisticRegression", x, labels);
        Require.atLeast("LogisticRegression", "classes", 2, classes);
        int stride = x[0].length + 1;
        Minimum minimum = new Lbfgs(tolerance, MAXIMUM_STEPS)
                .minimize(new Loss(x, labels, classes, lambda), new double[classes * stride]);
        if (!minimum.converged()) {
            throw new NonConvergenceException("LogisticRegression: expected a minimum within " + MAXIMUM_STEPS
                    + " steps, but a partial derivative is still " + minimum.gradientNorm()
                    + "; standardize the features or use a larger lambda");
        }
        double[] p = minimum.point();
        double[][] weights = new double[classes][];
        Arrays.setAll(weights, c -> Arrays.copyOfRange(p, c * stride, (c + 1) * stride - 1));
        double[] biases = new double[classes];
        Arrays.setAll(biases, c -> p[(c + 1) * stride - 1]);
        LogisticRegression model = new LogisticRegression(weights, biases);
        Require.that(
                lambda > 0 || !model.separates(x, labels),
                "LogisticRegression: expected classes that are not linearly separable if lambda is 0, because no weights"
                        + " are optimal otherwise; use a lambda > 0");
        return model;
    }

    /** Returns whether every row is classified correctly. Larger weights then always have a smaller loss. */
    private boolean separates(double[][] x, int[] labels) {
        return IntStream.range(0, labels.length).allMatch(i -> classify(x[i]) == labels[i]);
    }

    /** Returns a copy of the weights w [classes, features]. Over the classes their sum is 0 if lambda is positive. */
    public double[][] weights() {
        return Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns a copy of the biases b [classes]. Only their differences matter. */
    public double[] biases() {
        return biases.clone();
    }

    @Override
    public double[] probabilities(double[] row) {
        RequireArray.row("LogisticRegression", weights[0].length, row);
        double[] logits = biases.clone();
        for (int c = 0; c < logits.length; c++) {
            for (int j = 0; j < row.length; j++) {
                logits[c] += weights[c][j] * row[j];
            }
        }
        return Arrays.stream(LogSumExp.shares(logits)).map(Math::exp).toArray();
    }

    /** The objective of the parameters (w_0, b_0, w_1, b_1, ...) [classes (features + 1)]. */
    private record Loss(double[][] x, int[] labels, int classes, double lambda) implements Objective {

        @Override
        public double value(double[] p) {
            double loss = 0;
            for (int i = 0; i < x.length; i++) {
                loss -= logProbabilities(p, x[i])[labels[i]] / x.length;
            }
            double squares = 0;
            for (int k = 0; k < p.length; k++) {
                squares += isBias(k) ? 0 : p[k] * p[k];
            }
            return loss + lambda / 2 * squares;
        }

        @Override
        public double[] gradient(double[] p) {
            int stride = x[0].length + 1;
            double[] gradient = new double[p.length];
            Arrays.setAll(gradient, k -> isBias(k) ? 0 : lambda * p[k]);
            for (int i = 0; i < x.length; i++) {
                double[] logs = logProbabilities(p, x[i]);
                for (int c = 0; c < classes; c++) {
                    double dz = (Math.exp(logs[c]) - (c == labels[i] ? 1 : 0)) / x.length;
                    for (int j = 0; j < stride - 1; j++) {
                        gradient[c * stride + j] += dz * x[i][j];
                    }
                    gradient[(c + 1) * stride - 1] += dz;
                }
            }
            return gradient;
        }

        private boolean isBias(int k) {
            int stride = x[0].length + 1;
            return k % stride == stride - 1;
        }

        private double[] logProbabilities(double[] p, double[] row) {
            double[] logits = new double[classes];
            for (int c = 0; c < classes; c++) {
                int start = c * (row.length + 1);
                logits[c] = p[start + row.length];
                for (int j = 0; j < row.length; j++) {
                    logits[c] += p[start + j] * row[j];
                }
            }
            return LogSumExp.shares(logits);
        }
    }
}
