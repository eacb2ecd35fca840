package quartet.scratch.kernel.vector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JitWarmupTest {
    /** The compiler of this JVM makes vector instructions of all loops. */
    @Test
    void compilesAllLoops() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
        JitWarmup.start();
        JitWarmup.await();
        assertThat(VectorLoop.values()).allMatch(VectorLoop::isCompiled);
    }

    /** Waits for the one that becomes better, and gives up where garbage does not end. */
    @Test
    void looksAtGarbage() {
        List<float[]> garbage = new ArrayList<>();
        List<VectorLoop> compiled = new ArrayList<>();
        JitWarmup.Part better = new JitWarmup.Part(() -> compiled.add(VectorLoop.SUMS), () -> {
            if (garbage.size() < 100) {
                garbage.add(new float[1000]);
            }
        });
        JitWarmup.Part never =
                new JitWarmup.Part(() -> compiled.add(VectorLoop.POOLING), () -> garbage.add(new float[1000]));
        new JitWarmup(List.of(better, never), Duration.ofMillis(500)).run();
        assertThat(compiled).containsExactly(VectorLoop.SUMS);
        assertThat(garbage).hasSizeGreaterThan(100);
    }
}
