package quartet.scratch.kernel.vector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JitWarmupTest {

    /** A loop counts as compiled when it stops allocating; one that never does is given up at the time limit. */
    @Test
    void switchesLoopsThatStopAllocating() {
        List<float[]> allocated = new ArrayList<>();
        VectorLoop improves = new VectorLoop("improves", () -> {
            if (allocated.size() < 100) {
                allocated.add(new float[1000]);
            }
        });
        VectorLoop neverImproves = new VectorLoop("never improves", () -> allocated.add(new float[1000]));
        new JitWarmup(List.of(improves, neverImproves), Duration.ofMillis(500)).run();
        assertThat(improves.isCompiled()).isTrue();
        assertThat(neverImproves.isCompiled()).isFalse();
        assertThat(allocated).hasSizeGreaterThan(100);
    }
}
