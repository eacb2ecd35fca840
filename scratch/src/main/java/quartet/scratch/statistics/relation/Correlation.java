package quartet.scratch.statistics.relation;

import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.StudentT;
import quartet.scratch.statistics.Ranks;
import quartet.scratch.statistics.RunningMoments;
import quartet.scratch.statistics.hypothesis.Alternative;
import quartet.scratch.statistics.hypothesis.TestResult;

/**
 * Pearson's correlation, which measures linear association, and Spearman's, which measures monotone association.
 * <pre>{@code Pearson:   r = sum (x - mean x)(y - mean y) / sqrt(sum (x - mean x)^2 sum (y - mean y)^2)
 * Spearman:  r of the ranks
 * test:      t = r sqrt((n - 2) / (1 - r^2)),   n - 2 degrees of freedom, under no correlation}</pre>
 * The test is exact for normal populations (Pearson) and approximate for ranks (Spearman).
 * Source: Casella and Berger (2002), section 4.5; Spearman (1904).
 */
public final class Correlation {

    private Correlation() {}

    /**
     * Returns Pearson's coefficient, in [-1, 1].
     *
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 2 pairs, a number is not finite, or
     *     one sample is constant
     */
    public static double pearson(double[] x, double[] y) {
        RequireArray.pairs("Correlation.pearson", x, y, 2);
        double[] dx = deviations(x);
        double[] dy = deviations(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += dx[i] * dx[i];
            yy += dy[i] * dy[i];
            xy += dx[i] * dy[i];
        }
        Require.varying("Correlation.pearson, first sample", xx);
        Require.varying("Correlation.pearson, second sample", yy);
        return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    }

    /** Returns the deviations from the mean, scaled by a power of two so that squares stay in range. */
    private static double[] deviations(double[] sample) {
        double largest = Arrays.stream(sample).map(Math::abs).max().orElseThrow();
        int shift = -Math.getExponent(largest);
        double[] scaled = Arrays.stream(sample).map(v -> Math.scalb(v, shift)).toArray();
        double mean = RunningMoments.of(scaled).mean();
        return Arrays.stream(scaled).map(v -> v - mean).toArray();
    }

    /**
     * Returns Spearman's coefficient, in [-1, 1]. Ties share their mean rank.
     *
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 2 pairs, a number is not finite, or
     *     one sample is constant
     */
    public static double spearman(double[] x, double[] y) {
        RequireArray.pairs("Correlation.spearman", x, y, 2);
        return pearson(Ranks.of(x).values(), Ranks.of(y).values());
    }

    /**
     * Tests whether Pearson's coefficient of the population is zero.
     *
     * @throws IllegalArgumentException as {@link #pearson}, or with fewer than 3 pairs
     */
    public static TestResult pearsonTest(double[] x, double[] y, Alternative alternative) {
        RequireArray.pairs("Correlation.pearsonTest", x, y, 3);
        return test("t test of Pearson's correlation", pearson(x, y), x.length, alternative);
    }

    /**
     * Tests whether Spearman's coefficient of the population is zero.
     *
     * @throws IllegalArgumentException as {@link #spearman}, or with fewer than 3 pairs
     */
    public static TestResult spearmanTest(double[] x, double[] y, Alternative alternative) {
        RequireArray.pairs("Correlation.spearmanTest", x, y, 3);
        return test("t test of Spearman's correlation", spearman(x, y), x.length, alternative);
    }

    private static TestResult test(String name, double r, int n, Alternative alternative) {
        double degrees = n - 2.0;
        double t = r * Math.sqrt(degrees / ((1 - r) * (1 + r)));
        return new TestResult(name, t, List.of(degrees), alternative.pValue(new StudentT(degrees), t));
    }
}
