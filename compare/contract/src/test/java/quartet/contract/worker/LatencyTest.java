package quartet.contract.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void aQuantileIsASampleThatItsShareDoesNotExceed() {
        long[] oneTo100Micros =
                LongStream.rangeClosed(1, 100).map(micros -> 1000 * micros).toArray();
        assertThat(Latency.ofNanos(oneTo100Micros)).isEqualTo(new Latency(5, 25, 50, 75, 95, 99));
        assertThat(Latency.ofNanos(new long[] {1_000, 2_000, 3_000})).isEqualTo(new Latency(1, 1, 2, 3, 3, 3));
        assertThat(Latency.ofNanos(new long[] {500}).quantiles()).containsOnly(0.5);
    }
}
