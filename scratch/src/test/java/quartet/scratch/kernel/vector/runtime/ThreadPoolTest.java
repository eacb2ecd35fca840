package quartet.scratch.kernel.vector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ThreadPoolTest {
    private static final int THREADS = 3;

    private final ThreadPool team = new ThreadPool(THREADS);

    @RepeatedTest(20)
    void everyPartIsDoneOnceBeforeRunReturns() {
        AtomicIntegerArray done = new AtomicIntegerArray(THREADS);
        for (int round = 1; round <= 200; round++) {
            team.run(THREADS, done::incrementAndGet);
            for (int part = 0; part < THREADS; part++) {
                assertThat(done.get(part)).isEqualTo(round);
            }
        }
    }

    @Test
    void helpersThatSleepWakeUp() throws InterruptedException {
        AtomicIntegerArray done = new AtomicIntegerArray(THREADS);
        team.run(THREADS, done::incrementAndGet);
        Thread.sleep(100);
        team.run(THREADS, done::incrementAndGet);
        assertThat(done.toString()).isEqualTo("[2, 2, 2]");
    }

    /** The team is busy with the outer task then. */
    @Test
    void aTaskWithinATaskRunsOnTheSameThread() {
        AtomicIntegerArray done = new AtomicIntegerArray(THREADS);
        team.run(2, outer -> {
            Thread thread = Thread.currentThread();
            team.run(THREADS, inner -> {
                assertThat(Thread.currentThread()).isSameAs(thread);
                done.incrementAndGet(inner);
            });
        });
        assertThat(done.toString()).isEqualTo("[2, 2, 2]");
    }

    @Test
    void whatGoesWrongInAPartReachesTheCaller() {
        assertThatThrownBy(() -> team.run(THREADS, part -> {
                    if (part == 2) {
                        throw new ArithmeticException("part 2");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("part 2");
        AtomicIntegerArray done = new AtomicIntegerArray(THREADS);
        team.run(THREADS, done::incrementAndGet);
        assertThat(done.toString()).isEqualTo("[1, 1, 1]");
    }
}
