package quartet.scratch.statistics.hypothesis;

import quartet.scratch.probability.ContinuousDistribution;

/** The alternative hypothesis of a test. */
public enum Alternative {
    /** The quantities differ in either direction. */
    TWO_SIDED,
    /** The first quantity is less than the second or than the hypothesized value. */
    LESS,
    /** The first quantity is greater than the second or than the hypothesized value. */
    GREATER;

    /** Returns the p-value of a statistic whose distribution under the null hypothesis is symmetric about 0. */
    public double pValue(ContinuousDistribution symmetric, double statistic) {
        return switch (this) {
            case TWO_SIDED -> 2 * symmetric.survival(Math.abs(statistic));
            case LESS -> symmetric.cumulative(statistic);
            case GREATER -> symmetric.survival(statistic);
        };
    }
}
