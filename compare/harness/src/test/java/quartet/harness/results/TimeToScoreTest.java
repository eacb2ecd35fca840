package quartet.harness.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quartet.harness.Division;
import quartet.harness.results.Results.Epoch;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;
import quartet.harness.results.Summary.Target;

class TimeToScoreTest {
    private static Run run(String score, double... byEpoch) {
        List<Epoch> epochs =
                Arrays.stream(byEpoch).mapToObj(value -> new Epoch(1, 2, value)).toList();
        return RunBuilder.of(new RunKey("project", "data", "engine", 1, Division.STRICT))
                .scores(Map.of(score, byEpoch[byEpoch.length - 1]))
                .epochs(epochs)
                .build();
    }

    @Test
    void theCommonScoreIsTheWorstOfTheBest() {
        Run fast = run("accuracy", 0.8, 0.9, 0.85);
        Run slow = run("accuracy", 0.5, 0.7, 0.8);
        assertThat(TimeToScore.common(List.of(fast, slow))).hasValue(0.8);
        assertThat(TimeToScore.median(List.of(fast), 0.8)).contains(new Target(0.8, 1, 2));
        assertThat(TimeToScore.median(List.of(slow), 0.8)).contains(new Target(0.8, 3, 6));
        assertThat(TimeToScore.median(List.of(slow, fast), 0.8)).contains(new Target(0.8, 2, 4));
        assertThat(TimeToScore.median(List.of(slow), 0.81)).isEmpty();
    }

    @Test
    void ofAnErrorTheSmallestIsTheBest() {
        Run fast = run("rmse", 0.6, 0.5, 0.55);
        Run slow = run("rmse", 0.9, 0.7, 0.6);
        assertThat(TimeToScore.common(List.of(fast, slow))).hasValue(0.6);
        assertThat(TimeToScore.median(List.of(fast), 0.6)).contains(new Target(0.6, 1, 2));
        assertThat(TimeToScore.common(List.of())).isEmpty();
    }

    @Test
    void partsOfAStepAreDifferencesOfCalls() {
        // gradients 70 = forward 20 + backward 40 + a copy of 10; step 75 = 20 + 40 + update 15.
        assertThat(new StepParts(5, 20, 70, 10, 75).parts())
                .isEqualTo(Map.of("hand-over", 5.0, "forward", 20.0, "backward", 40.0, "update", 15.0));
        assertThat(new StepParts(5, 20, 25, 10, 12).parts())
                .containsEntry("backward", 0.0)
                .containsEntry("update", 0.0);
    }
}
