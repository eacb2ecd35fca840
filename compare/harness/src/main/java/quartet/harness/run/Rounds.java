package quartet.harness.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import quartet.harness.report.Ratio;
import quartet.harness.report.Summary;

/**
 * The order of engines in each round, and when there are enough rounds.
 *
 * <pre>{@code
 * round 2j + 1: the engines, rotated by j places;   round 2j + 2: the reverse of round 2j + 1
 * four engines: ABCD DCBA BCDA ADCB CDAB BADC DABC CBAD
 * }</pre>
 *
 * After every even number of rounds all engines have the same mean position, so a linear drift of the machine's speed
 * cancels. After 2n rounds of n engines, every engine was at every position twice, and was the successor of another
 * engine as often as its predecessor.
 */
final class Rounds {
    /** The half width of an interval that is narrow enough, relative to the ratio. */
    static final double NARROW = 0.05;

    private Rounds() {}

    /** Returns the order in a round; the first round is 1. */
    static <T> List<T> order(List<T> engines, int round) {
        List<T> order = new ArrayList<>(engines);
        Collections.rotate(order, -(round - 1) / 2);
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        return order;
    }

    /**
     * Returns whether the intervals of all ratios are narrow enough; engines that failed have none and do not count.
     */
    static boolean narrow(List<Summary> summaries) {
        return summaries.stream().allMatch(summary -> narrow(summary.toScratch()) && narrow(summary.toFastest()));
    }

    private static boolean narrow(Ratio ratio) {
        return ratio.halfWidth() <= NARROW;
    }
}
