package quartet.scratch.statistics.nonparametric;

import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.statistics.hypothesis.Alternative;

/** P-values of {@link MannWhitney} and {@link Wilcoxon}, exact by counting or by the normal approximation. */
final class RankStatistic {

    private RankStatistic() {}

    /**
     * Returns the exact p-value. counts[s] is the number of equally likely cases with statistic s, and is symmetric.
     */
    static double exact(int statistic, double[] counts, Alternative alternative) {
        double total = 0;
        double below = 0;
        double above = 0;
        for (int s = 0; s < counts.length; s++) {
            total += counts[s];
            below += s <= statistic ? counts[s] : 0;
            above += s >= statistic ? counts[s] : 0;
        }
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * Math.min(below, above) / total);
            case LESS -> below / total;
            case GREATER -> above / total;
        };
    }

    /** Returns the p-value of the normal approximation, with a continuity correction of 1/2 towards the mean. */
    static double normal(double excess, double deviation, Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * Normal.STANDARD.survival((Math.abs(excess) - 0.5) / deviation));
            case LESS -> Normal.STANDARD.cumulative((excess + 0.5) / deviation);
            case GREATER -> Normal.STANDARD.survival((excess - 0.5) / deviation);
        };
    }
}
