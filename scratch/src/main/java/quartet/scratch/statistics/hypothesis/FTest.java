package quartet.scratch.statistics.hypothesis;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.FisherF;
import quartet.scratch.statistics.RunningMoments;

/**
 * F tests of the equality of two variances and of the means of several groups (one-way analysis of variance).
 * <pre>{@code variances:  F = s1^2 / s2^2,                     n1 - 1 and n2 - 1 degrees of freedom
 * ANOVA:      F = (SSB / (k-1)) / (SSW / (n-k)),   k - 1 and n - k
 *   SSB = sum over groups of n_g (mean_g - mean)^2,   SSW = sum over groups of (n_g - 1) s_g^2}</pre>
 * The tests assume normal populations. The test of variances is sensitive to this assumption; the analysis of variance
 * is robust.
 * Source: Casella and Berger (2002), sections 5.3 and 11.2; Fisher (1925).
 */
public final class FTest {

    private FTest() {}

    /**
     * Tests whether two populations have equal variances.
     *
     * @throws IllegalArgumentException if a sample has fewer than 2 observations, one is not finite, or a sample is
     *     constant
     */
    public static TestResult variances(double[] x, double[] y, Alternative alternative) {
        double first = RunningMoments.of(RequireArray.sample("FTest.variances, first sample", x, 2))
                .variance();
        double second = RunningMoments.of(RequireArray.sample("FTest.variances, second sample", y, 2))
                .variance();
        Require.varying("FTest.variances, first sample", first);
        double f = first / Require.varying("FTest.variances, second sample", second);
        FisherF distribution = new FisherF(x.length - 1.0, y.length - 1.0);
        double below = distribution.cumulative(f);
        double above = distribution.survival(f);
        double p =
                switch (alternative) {
                    case TWO_SIDED -> Math.min(1, 2 * Math.min(below, above));
                    case LESS -> below;
                    case GREATER -> above;
                };
        return new TestResult("F test of variances", f, List.of(x.length - 1.0, y.length - 1.0), p);
    }

    /**
     * Tests whether all groups have the same mean. The alternative is that at least two means differ.
     *
     * @param groups at least 2, each with at least 1 observation and together more observations than groups
     * @throws IllegalArgumentException if there are fewer, a number is not finite, or no group varies
     */
    public static TestResult oneWayAnova(double[]... groups) {
        if (groups.length < 2) {
            throw new IllegalArgumentException(
                    "FTest.oneWayAnova: expected at least 2 groups, but was " + groups.length);
        }
        RunningMoments all = new RunningMoments();
        double within = 0;
        for (int g = 0; g < groups.length; g++) {
            RunningMoments group =
                    RunningMoments.of(RequireArray.sample("FTest.oneWayAnova, group " + g, groups[g], 1));
            within += group.populationVariance() * groups[g].length;
            all.merge(group);
        }
        double betweenDegrees = groups.length - 1.0;
        double withinDegrees = (double) all.count() - groups.length;
        if (withinDegrees < 1) {
            throw new IllegalArgumentException("FTest.oneWayAnova: expected more observations than groups, but was "
                    + all.count() + " in " + groups.length);
        }
        double between = 0;
        for (double[] group : groups) {
            double distance = RunningMoments.of(group).mean() - all.mean();
            between += group.length * distance * distance;
        }
        double f = between
                / betweenDegrees
                / (Require.varying("FTest.oneWayAnova, within groups", within) / withinDegrees);
        double p = new FisherF(betweenDegrees, withinDegrees).survival(f);
        return new TestResult("one-way analysis of variance", f, List.of(betweenDegrees, withinDegrees), p);
    }
}
