package quartet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training step reuses the buffers that the first step allocated. The test needs a JVM without other tests. */
class AllocationTest {
    private static final long BYTES_PER_STEP = 10_000;
    private static final int STEPS = 20;
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    /**
     * Vectors are heap objects until the JIT compiler has optimized a loop. Therefore the test repeats the measurement
     * until the steps do not allocate. The steps include the last, smaller batch of an epoch.
     */
    @ParameterizedTest
    @EnumSource
    void trainingStepAllocatesAlmostNothing(ProjectNetwork project) {
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
