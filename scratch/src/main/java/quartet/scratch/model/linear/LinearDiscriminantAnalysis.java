package quartet.scratch.model.linear;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;
import quartet.scratch.linalg.decomposition.Cholesky;
import quartet.scratch.model.Classifier;
import quartet.scratch.model.ProbabilisticClassifier;
import quartet.scratch.probability.special.LogSumExp;

/**
 * Linear discriminant analysis: classes are normal distributions with different means and one covariance.
 * <pre>{@code
 * P(x | c) = N(x; m_c, S),   S = 1/(n - classes) sum_c sum_{i in c} (x_i - m_c)(x_i - m_c)^T,   p_c = n_c / n
 * discriminant   d_c(x) = x . w_c + b_c,   w_c = S^-1 m_c,   b_c = -1/2 m_c . w_c + log p_c
 * P(c | x) = softmax(d(x))_c
 * }</pre>
 * The equal covariances cancel the squares of x, so the borders between classes are hyperplanes, as for {@link
 * LogisticRegression}. Logistic regression makes no assumption about the distribution of x. This model needs fewer
 * rows if its assumption holds. Source: Fisher (1936); Hastie, Tibshirani, Friedman (2009), section 4.3, equation
 * 4.10.
 */
public final class LinearDiscriminantAnalysis implements ProbabilisticClassifier {

    private final Matrix covariance;
    private final double[][] means;
    private final double[][] weights;
    private final double[] biases;

    private LinearDiscriminantAnalysis(Matrix covariance, double[][] means, double[] priors) {
        this.covariance = covariance;
        this.means = means;
        Cholesky cholesky = Cholesky.of(covariance);
        weights = new double[means.length][];
        biases = new double[means.length];
        for (int c = 0; c < means.length; c++) {
            Vector mean = Vector.of(means[c]);
            Vector w = cholesky.solve(mean);
            weights[c] = w.toArray();
            biases[c] = -0.5 * mean.dot(w) + Math.log(priors[c]);
        }
    }

    /**
     * Estimates means, covariance and class shares.
     *
     * @param x the features [rows, features], with more rows than classes
     * @param labels the classes [rows], from 0, at least two classes
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, a class has no row, there is
     *     one class, there are too few rows, or the features are linearly dependent within the classes
     */
    public static LinearDiscriminantAnalysis fit(double[][] x, int[] labels) {
        int classes = Classifier.classes("LinearDiscriminantAnalysis", x, labels);
        Require.atLeast("LinearDiscriminantAnalysis", "classes", 2, classes);
        Require.atLeast("LinearDiscriminantAnalysis", "rows", classes + 1, x.length);
        int features = x[0].length;
        double[][] means = new double[classes][features];
        double[] counts = new double[classes];
        for (int i = 0; i < x.length; i++) {
            counts[labels[i]]++;
            for (int j = 0; j < features; j++) {
                means[labels[i]][j] += x[i][j];
            }
        }
        for (int c = 0; c < classes; c++) {
            double count = counts[c];
            means[c] = Arrays.stream(means[c]).map(sum -> sum / count).toArray();
        }
        Matrix deviations = Matrix.generate(x.length, features, (i, j) -> x[i][j] - means[labels[i]][j]);
        Matrix covariance = deviations.transpose().times(deviations).scale(1.0 / (x.length - classes));
        return new LinearDiscriminantAnalysis(
                covariance, means, Arrays.stream(counts).map(n -> n / x.length).toArray());
    }

    /** Returns the pooled covariance S [features, features]. */
    public Matrix covariance() {
        return covariance;
    }

    /** Returns a copy of the class means m [classes, features]. */
    public double[][] means() {
        return Arrays.stream(means).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[] probabilities(double[] row) {
        RequireArray.row("LinearDiscriminantAnalysis", means[0].length, row);
        double[] discriminants = biases.clone();
        for (int c = 0; c < discriminants.length; c++) {
            for (int j = 0; j < row.length; j++) {
                discriminants[c] += weights[c][j] * row[j];
            }
        }
        return Arrays.stream(LogSumExp.shares(discriminants)).map(Math::exp).toArray();
    }
}
