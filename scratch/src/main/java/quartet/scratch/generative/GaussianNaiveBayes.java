package quartet.scratch.generative;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.Vector;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.probability.discrete.Categorical;
import quartet.scratch.probability.special.LogSumExp;

/**
 * Gaussian naive Bayes classification, which treats the features of a class as independent normal variables.
 * <pre>{@code
 * p(c | x) = p(c) prod_j N(x_j; m_cj, s_cj^2) / sum_c' (same)
 * p(c) = share of class c;   m_cj, s_cj^2 = mean and variance of feature j in class c (divisor n_c), plus
 * smoothing max_j Var(feature j over all rows)
 * }</pre>
 * As in scikit-learn, smoothing prevents a division by zero for a feature that is constant in a class; 1e-9 is usual.
 * All computations use logarithms. The model is generative and can draw examples.
 * Source: Murphy, Probabilistic Machine Learning (2022), section 9.3; Hastie, Tibshirani, Friedman (2009), section
 * 6.6.3.
 */
public final class GaussianNaiveBayes {

    private final double[] priors;
    private final Normal[][] features;

    private GaussianNaiveBayes(double[] priors, Normal[][] features) {
        this.priors = priors;
        this.features = features;
    }

    /**
     * Estimates the priors, means and variances.
     *
     * @param x the features [rows, features]
     * @param labels the classes [rows], from 0
     * @param classes the number of classes
     * @param smoothing the fraction of the largest variance of a feature that is added to every variance, at least 0
     * @throws IllegalArgumentException if the lengths differ, a number is not finite, a class has no row, or a smoothed
     *     variance is zero
     */
    public static GaussianNaiveBayes fit(double[][] x, int[] labels, int classes, double smoothing) {
        RequireArray.table("GaussianNaiveBayes", 1, x);
        if (labels.length != x.length) {
            throw new IllegalArgumentException(
                    "GaussianNaiveBayes: expected " + x.length + " labels, but was " + labels.length);
        }
        RequireArray.indices("GaussianNaiveBayes: labels", "numbers", labels, classes);
        double largest = Arrays.stream(variances(x, means(x))).max().orElseThrow();
        double added = Require.notNegative("GaussianNaiveBayes", "smoothing", smoothing) * largest;
        double[] priors = new double[classes];
        Normal[][] features = new Normal[classes][x[0].length];
        for (int c = 0; c < classes; c++) {
            double[][] members = membersOf(x, labels, c);
            Require.atLeast("GaussianNaiveBayes", "rows of class " + c, 1, members.length);
            priors[c] = (double) members.length / x.length;
            double[] means = means(members);
            double[] variances = variances(members, means);
            for (int j = 0; j < means.length; j++) {
                double variance = variances[j] + added;
                if (!(variance > 0)) {
                    throw new IllegalArgumentException(
                            "GaussianNaiveBayes: expected a feature that varies or a smoothing"
                                    + " above 0, but feature " + j + " of class " + c + " is always " + means[j]);
                }
                features[c][j] = new Normal(means[j], Math.sqrt(variance));
            }
        }
        return new GaussianNaiveBayes(priors, features);
    }

    /** Returns the normal distribution of a feature in a class. */
    public Normal feature(int c, int j) {
        return features[c][j];
    }

    /**
     * Returns the logarithms of {@code p(c) p(x | c)} [classes], in nats.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double[] logJoint(double[] row) {
        RequireArray.row("GaussianNaiveBayes", features[0].length, row);
        double[] joint = new double[priors.length];
        for (int c = 0; c < joint.length; c++) {
            joint[c] = Math.log(priors[c]);
            for (int j = 0; j < row.length; j++) {
                joint[c] += features[c][j].logDensity(row[j]);
            }
        }
        return joint;
    }

    private double[] logRatios(double[] row) {
        RequireArray.row("GaussianNaiveBayes", features[0].length, row);
        double[] logPeaks = new double[priors.length];
        double[] distances = new double[priors.length];
        for (int c = 0; c < priors.length; c++) {
            Normal[] ofClass = features[c];
            logPeaks[c] = Math.log(priors[c])
                    + Arrays.stream(ofClass)
                            .mapToDouble(f -> f.logDensity(f.mean()))
                            .sum();
            distances[c] = Norms.two(
                    Vector.generate(row.length, j -> (row[j] - ofClass[j].mean()) / ofClass[j].standardDeviation()));
        }
        return GaussianRatios.of(logPeaks, distances);
    }

    /**
     * Returns the logarithms of {@code p(c | x)} [classes], in nats.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double[] logProbabilities(double[] row) {
        return LogSumExp.shares(logRatios(row));
    }

    /**
     * Returns the most probable class, the first one if several are equal.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public int predict(double[] row) {
        return LogSumExp.largest(logRatios(row));
    }

    /** Draws a class by its prior and then each feature independently. */
    public Example sample(RandomGenerator random) {
        int c = (int) new Categorical(priors).sampleInteger(random);
        return new Example(
                Arrays.stream(features[c]).mapToDouble(f -> f.sample(random)).toArray(), c);
    }

    /**
     * A drawn example.
     *
     * @param row the features
     * @param label the class
     */
    public record Example(double[] row, int label) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Example example && label == example.label && Arrays.equals(row, example.row);
        }

        @Override
        public int hashCode() {
            return 31 * label + Arrays.hashCode(row);
        }

        @Override
        public String toString() {
            return "Example[" + Arrays.toString(row) + ", " + label + "]";
        }
    }

    private static double[][] membersOf(double[][] x, int[] labels, int c) {
        return IntStream.range(0, x.length)
                .filter(row -> labels[row] == c)
                .mapToObj(row -> x[row])
                .toArray(double[][]::new);
    }

    private static double[] means(double[][] x) {
        double[] means = new double[x.length == 0 ? 0 : x[0].length];
        for (double[] row : x) {
            for (int j = 0; j < means.length; j++) {
                means[j] += row[j] / x.length;
            }
        }
        return means;
    }

    private static double[] variances(double[][] x, double[] means) {
        double[] variances = new double[means.length];
        for (double[] row : x) {
            for (int j = 0; j < means.length; j++) {
                variances[j] += (row[j] - means[j]) * (row[j] - means[j]) / x.length;
            }
        }
        return variances;
    }
}
