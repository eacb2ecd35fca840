package quartet.harness.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.harness.results.Results.Run;

class OutlierTest {
    private static List<Run> runs(double... seconds) {
        List<Run> runs = new ArrayList<>();
        for (double s : seconds) {
            runs.add(SampleResults.ok("scratch", runs.size() + 1, s, 0.9));
        }
        return runs;
    }

    @Test
    void aDisturbedRoundIsFlaggedAndStaysInTheMedian() {
        List<Run> runs = runs(1.00, 1.01, 2.00, 0.99, 1.02);
        List<Outlier> outliers = Outlier.of(runs);
        assertThat(outliers).hasSize(1);
        assertThat(outliers.get(0).round()).isEqualTo(3);
        assertThat(outliers.get(0).seconds()).isCloseTo(2, within(1e-12));
        assertThat(outliers.get(0).timesMedian()).isCloseTo(2 / 1.01, within(1e-12));
        Summary summary = Summaries.of(runs).get(0);
        assertThat(summary.outliers()).isEqualTo(outliers);
        assertThat(summary.rounds()).isEqualTo(5);
        assertThat(summary.trainSeconds()).isEqualTo(1.01);
    }

    @Test
    void negligibleDifferencesAreNotFlagged() {
        assertThat(Outlier.of(runs(1, 1, 1, 1, 1.04))).isEmpty();
    }

    @Test
    void fewRoundsHaveNoOutliers() {
        assertThat(Outlier.of(runs(1, 1, 1, 9))).isEmpty();
    }
}
