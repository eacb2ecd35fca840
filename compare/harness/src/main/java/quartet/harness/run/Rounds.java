package quartet.harness.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import quartet.harness.results.Ratio;
import quartet.harness.results.Summary;

/**
 * Determines the order of engines in each round, and whether there are enough rounds.
 *
 * <pre>{@code
 * round 2j + 1: the engines, rotated by j places;   round 2j + 2: the reverse of round 2j + 1
 * four engines: ABCD DCBA BCDA ADCB CDAB BADC DABC CBAD
 * }</pre>
 *
 * After every even number of rounds, all engines have the same mean position, so a linear drift of the machine's speed
 * cancels. After 2n rounds of n engines, every engine was at every position twice, and followed each other engine as
 * often as it preceded it.
 */
final class Rounds {
    /** The largest half width of a sufficiently narrow interval, relative to the ratio. */
    static final double NARROW = 0.05;

    private Rounds() {}

    /** Returns the order of the engines in a round; the first round is 1. */
    static <T> List<T> order(List<T> engines, int round) {
        List<T> order = new ArrayList<>(engines);
        Collections.rotate(order, -(round - 1) / 2);
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        return order;
    }

    /**
     * Returns whether the intervals of all ratios are narrow enough. Failed engines have no interval and are ignored.
     */
    static boolean narrow(List<Summary> summaries) {
        return summaries.stream().allMatch(summary -> narrow(summary.toScratch()) && narrow(summary.toFastest()));
    }

    private static boolean narrow(Ratio ratio) {
        return ratio.halfWidth() <= NARROW;
    }
}
