package quartet.scratch.statistics;

import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.probability.continuous.StudentT;

/**
 * A confidence interval.
 * <pre>{@code mean:         m -+ t(n-1) s / sqrt(n)
 * proportion:   (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)      (Wilson)}</pre>
 * t(n-1) and z are the upper (1 - level) / 2 quantiles of Student's t and of the normal distribution. Unlike the
 * textbook interval p -+ z sqrt(p(1-p)/n), Wilson's interval stays inside [0, 1] and keeps its level for small n.
 * Source: Casella and Berger (2002), example 9.2.10; Wilson (1927); Brown, Cai and DasGupta, "Interval estimation for a
 * binomial proportion" (2001).
 *
 * @param estimate the point estimate
 * @param lower the lower end
 * @param upper the upper end
 * @param level the confidence level, such as 0.95
 */
public record ConfidenceInterval(double estimate, double lower, double upper, double level) {

    /**
     * Returns the interval of the mean of a normal population. By the central limit theorem, it holds approximately for
     * many other populations.
     *
     * @throws IllegalArgumentException if there are fewer than 2 observations, one is not finite, or the level is not
     *     in (0, 1)
     */
    public static ConfidenceInterval ofMean(double[] sample, double level) {
        Require.insideUnitInterval("ConfidenceInterval.ofMean: level", level);
        RunningMoments moments = RunningMoments.of(RequireArray.sample("ConfidenceInterval.ofMean", sample, 2));
        double t = new StudentT(moments.count() - 1.0).survivalQuantile((1 - level) / 2);
        return around(moments.mean(), t * moments.standardError(), level);
    }

    /**
     * Returns the interval of a success probability, such as the accuracy of a classifier.
     *
     * @throws IllegalArgumentException if not {@code 0 <= successes <= trials}, {@code trials < 1}, or the level is not
     *     in (0, 1)
     */
    public static ConfidenceInterval ofProportion(long successes, long trials, double level) {
        Require.insideUnitInterval("ConfidenceInterval.ofProportion: level", level);
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("ConfidenceInterval.ofProportion: expected 0 <= successes <= trials and"
                    + " trials >= 1, but was " + successes + " of " + trials);
        }
        double n = trials;
        double p = successes / n;
        double z = Normal.STANDARD.survivalQuantile((1 - level) / 2);
        double center = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        return new ConfidenceInterval(p, Math.max(0, center - half), Math.min(1, center + half), level);
    }

    /**
     * Returns the interval {@code estimate +- half}.
     *
     * @param half the distance of the ends from the estimate, at least 0
     * @param level the confidence level in (0, 1)
     */
    public static ConfidenceInterval around(double estimate, double half, double level) {
        return new ConfidenceInterval(estimate, estimate - half, estimate + half, level);
    }

    /** Returns whether the interval contains a number. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
