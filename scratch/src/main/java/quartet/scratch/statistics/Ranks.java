package quartet.scratch.statistics;

import java.util.stream.IntStream;
import quartet.scratch.argument.RequireArray;

/**
 * The ranks of a sample, starting at 1 for the smallest observation. Equal observations share the mean of their ranks.
 * Source: Hollander, Wolfe and Chicken, Nonparametric Statistical Methods (3rd ed., 2014), sections 3.1 and 4.1.
 */
public final class Ranks {

    private final double[] ranks;
    private final double tieSum;

    private Ranks(double[] ranks, double tieSum) {
        this.ranks = ranks;
        this.tieSum = tieSum;
    }

    /**
     * Ranks a sample.
     *
     * @throws IllegalArgumentException if it is empty or not finite
     */
    public static Ranks of(double[] sample) {
        RequireArray.sample("Ranks.of", sample, 1);
        int[] order = IntStream.range(0, sample.length)
                .boxed()
                .sorted((i, j) -> Double.compare(sample[i], sample[j]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[sample.length];
        double tieSum = 0;
        int start = 0;
        while (start < order.length) {
            int end = start + 1;
            while (end < order.length && sample[order[end]] == sample[order[start]]) {
                end++;
            }
            double ties = end - start;
            for (int i = start; i < end; i++) {
                ranks[order[i]] = start + (ties + 1) / 2;
            }
            tieSum += ties * ties * ties - ties;
            start = end;
        }
        return new Ranks(ranks, tieSum);
    }

    /** Returns a copy of the ranks, in the order of the sample. */
    public double[] values() {
        return ranks.clone();
    }

    /**
     * Returns {@code sum of t^3 - t over groups of t equal observations}, the tie correction of a variance. It is 0
     * without ties.
     */
    public double tieSum() {
        return tieSum;
    }
}
