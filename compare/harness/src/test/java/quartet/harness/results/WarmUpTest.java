package quartet.harness.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.harness.results.Results.Epoch;

class WarmUpTest {
    private static List<Epoch> epochs(double... seconds) {
        return Arrays.stream(seconds).mapToObj(s -> new Epoch(1, s, 1)).toList();
    }

    @Test
    void theFirstSlowEpochsAreToldApartFromTheSteadyOnes() {
        WarmUp warmUp = WarmUp.of(epochs(3, 1.5, 1.05, 1, 1, 1.2, 0.9, 1)).orElseThrow();
        assertThat(warmUp.steadyEpochSeconds()).isEqualTo(1);
        assertThat(warmUp.epochs()).isEqualTo(2);
        assertThat(warmUp.seconds()).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void aTrainingCanBeSteadyFromTheStart() {
        assertThat(WarmUp.of(epochs(1, 1, 1, 1)).orElseThrow()).isEqualTo(new WarmUp(0, 0, 1));
    }

    @Test
    void fewEpochsHaveNoSteadyState() {
        assertThat(WarmUp.of(epochs(3, 1, 1))).isEmpty();
        assertThat(WarmUp.of(List.of())).isEmpty();
    }
}
