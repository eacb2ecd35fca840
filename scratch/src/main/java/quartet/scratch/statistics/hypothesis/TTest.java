package quartet.scratch.statistics.hypothesis;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.StudentT;
import quartet.scratch.statistics.RunningMoments;

/**
 * Student's t tests of one mean and of two means.
 * <pre>{@code one sample:  t = (m - m0) / (s / sqrt(n)),                       n - 1 degrees of freedom
 * paired:      the same for the differences, m0 = 0
 * Welch:       t = (m1 - m2) / sqrt(v1 + v2),   v_i = s_i^2 / n_i,  (v1 + v2)^2 / (v1^2/(n1-1) + v2^2/(n2-1))
 * pooled:      t = (m1 - m2) / (s sqrt(1/n1 + 1/n2)),              n1 + n2 - 2}</pre>
 * Prefer Welch's test to the pooled test: it does not assume equal variances, and loses little power if they are equal.
 * All tests assume normal populations or large samples.
 * Source: Casella and Berger (2002), section 8.3; Student (1908); Welch (1947).
 */
public final class TTest {

    private TTest() {}

    /**
     * Tests whether the mean of the population is equal to {@code mean}.
     *
     * @throws IllegalArgumentException if there are fewer than 2 observations, a number is not finite, or all are equal
     */
    public static TestResult oneSample(double[] sample, double mean, Alternative alternative) {
        Require.finite("TTest.oneSample: mean", mean);
        return oneSample("t test, one sample", sample, mean, alternative);
    }

    /**
     * Tests whether the mean difference of pairs is zero, for example of the accuracies of two models on the same
     * folds.
     *
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 2 pairs, a number is not finite, or
     *     all differences are equal
     */
    public static TestResult paired(double[] x, double[] y, Alternative alternative) {
        RequireArray.pairs("TTest.paired", x, y, 2);
        double[] differences = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            differences[i] = x[i] - y[i];
        }
        return oneSample("t test, paired", differences, 0, alternative);
    }

    private static TestResult oneSample(String name, double[] sample, double mean, Alternative alternative) {
        RunningMoments moments = RunningMoments.of(RequireArray.sample(name, sample, 2));
        Require.varying(name, moments.variance());
        double t = (moments.mean() - mean) / moments.standardError();
        return result(name, t, moments.count() - 1.0, alternative);
    }

    /**
     * Tests whether two populations have equal means, without assuming equal variances.
     *
     * @throws IllegalArgumentException if a sample has fewer than 2 observations or one is not finite, or both are
     *     constant
     */
    public static TestResult welch(double[] x, double[] y, Alternative alternative) {
        RunningMoments first = RunningMoments.of(RequireArray.sample("TTest.welch, first sample", x, 2));
        RunningMoments second = RunningMoments.of(RequireArray.sample("TTest.welch, second sample", y, 2));
        double v1 = first.variance() / x.length;
        double v2 = second.variance() / y.length;
        double v = Require.varying("TTest.welch", v1 + v2);
        double t = (first.mean() - second.mean()) / Math.sqrt(v);
        double degrees = v * v / (v1 * v1 / (x.length - 1) + v2 * v2 / (y.length - 1));
        return result("t test, Welch", t, degrees, alternative);
    }

    /**
     * Tests whether two populations of equal variance have equal means.
     *
     * @throws IllegalArgumentException if a sample has fewer than 2 observations or one is not finite, or both are
     *     constant
     */
    public static TestResult pooled(double[] x, double[] y, Alternative alternative) {
        RunningMoments first = RunningMoments.of(RequireArray.sample("TTest.pooled, first sample", x, 2));
        RunningMoments second = RunningMoments.of(RequireArray.sample("TTest.pooled, second sample", y, 2));
        double degrees = x.length + y.length - 2.0;
        double squares = first.variance() * (x.length - 1) + second.variance() * (y.length - 1);
        double variance = Require.varying("TTest.pooled", squares / degrees);
        double t = (first.mean() - second.mean()) / Math.sqrt(variance * (1.0 / x.length + 1.0 / y.length));
        return result("t test, pooled", t, degrees, alternative);
    }

    private static TestResult result(String name, double t, double degrees, Alternative alternative) {
        return new TestResult(name, t, List.of(degrees), alternative.pValue(new StudentT(degrees), t));
    }
}
