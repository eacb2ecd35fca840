package quartet.scratch.optim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quartet.scratch.benchmark.ProjectNetwork;

/** A training step reuses what the first one allocated. */
class AllocationTest {
    private static final long BYTES_PER_STEP = 10_000;
    private static final int STEPS = 20;
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    /**
     * Until the compiler has seen a loop over vectors often enough, each vector is an object. So this measures again
     * and again until the steps are clean, and the last batch of an epoch, a smaller one, is among them.
     */
    @ParameterizedTest
    @EnumSource
    void aStepProducesNextToNoGarbage(ProjectNetwork project) {
        ProjectNetwork.Training training = project.training();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long bytesPerStep;
        do {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < STEPS; i++) {
                training.step();
                training.stepWithSmallerBatch();
            }
            bytesPerStep = (threads.getCurrentThreadAllocatedBytes() - before) / (2 * STEPS);
        } while (bytesPerStep >= BYTES_PER_STEP && System.nanoTime() < deadline);
        assertThat(bytesPerStep).as("bytes allocated in a step").isLessThan(BYTES_PER_STEP);
    }
}
