package quartet.harness.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import quartet.harness.results.Results.Run;

class SeedScoresTest {
    private static final List<Run> SCRATCH = List.of(run(1, 42, 0.5), run(2, 43, 0.9), run(3, 44, 0.7));
    private static final List<Run> OTHER =
            List.of(run(1, 42, 0.52), run(2, 43, 0.93), run(3, 44, 0.71), run(4, 42, 0.54));

    private static Run run(int round, long seed, double accuracy) {
        return RunBuilder.from(SampleResults.ok("scratch", round, 1, accuracy))
                .seed(seed)
                .build();
    }

    private static Interval accuracy(Map<String, Interval> intervals) {
        return Objects.requireNonNull(intervals.get("accuracy"));
    }

    @Test
    void theMeanOverSeedsHasItsStudentIntervalByHand() {
        // 0.5, 0.9, 0.7: mean 0.7, standard deviation 0.2, t(0.995, 2) = 9.924843 (tables).
        Interval interval = accuracy(SeedScores.intervals(SCRATCH));
        assertThat(interval.mean()).isCloseTo(0.7, within(1e-12));
        assertThat(interval.high() - interval.mean()).isCloseTo(9.924843 * 0.2 / Math.sqrt(3), within(1e-6));
        assertThat(interval.seeds()).isEqualTo(3);
    }

    @Test
    void enginesArePairedBySeedAndRoundsOfASeedAreAveraged() {
        // Differences 0.03 (the mean of 0.02 and 0.04), 0.03 and 0.01.
        Interval difference = accuracy(SeedScores.differences(OTHER, SCRATCH));
        double deviation = Math.sqrt((2 * 0.03 * 0.03 + 0.01 * 0.01 - 3 * Math.pow(0.07 / 3, 2)) / 2);
        assertThat(difference.mean()).isCloseTo(0.07 / 3, within(1e-12));
        assertThat(difference.mean() - difference.low()).isCloseTo(9.924843 * deviation / Math.sqrt(3), within(1e-6));
        assertThat(difference.containsZero()).isTrue();
    }

    @Test
    void oneSeedHasNoInterval() {
        assertThat(SeedScores.intervals(SCRATCH.subList(0, 1))).isEmpty();
        assertThat(SeedScores.differences(OTHER.subList(0, 1), SCRATCH)).isEmpty();
        assertThat(SeedScores.intervals(List.of())).isEmpty();
    }
}
