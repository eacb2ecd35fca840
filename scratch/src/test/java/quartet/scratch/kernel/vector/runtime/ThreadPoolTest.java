package quartet.scratch.kernel.vector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ThreadPoolTest {
    private static final int THREADS = 3;

    private final ThreadPool pool = new ThreadPool(THREADS);

    @RepeatedTest(20)
    void everyPartRunsOnceBeforeRunReturns() {
        AtomicIntegerArray done = new AtomicIntegerArray(THREADS);
        for (int round = 1; round <= 200; round++) {
            pool.run(THREADS, done::incrementAndGet);
            for (int part = 0; part < THREADS; part++) {
                assertThat(done.get(part)).isEqualTo(round);
            }
        }
    }

    @Test
    void parkedWorkersWakeUp() throws InterruptedException {
        AtomicIntegerArray done = new AtomicIntegerArray(THREADS);
        pool.run(THREADS, done::incrementAndGet);
        Thread.sleep(100);
        pool.run(THREADS, done::incrementAndGet);
        assertThat(done.toString()).isEqualTo("[2, 2, 2]");
    }

    /** The pool is busy with the outer task, so the inner one runs on its thread. */
    @Test
    void nestedTaskRunsOnTheSameThread() {
        AtomicIntegerArray done = new AtomicIntegerArray(THREADS);
        pool.run(2, outer -> {
            Thread thread = Thread.currentThread();
            pool.run(THREADS, inner -> {
                assertThat(Thread.currentThread()).isSameAs(thread);
                done.incrementAndGet(inner);
            });
        });
        assertThat(done.toString()).isEqualTo("[2, 2, 2]");
    }

    @Test
    void failureOfAPartReachesTheCaller() {
        assertThatThrownBy(() -> pool.run(THREADS, part -> {
                    if (part == 2) {
                        throw new ArithmeticException("part 2");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("part 2");
        AtomicIntegerArray done = new AtomicIntegerArray(THREADS);
        pool.run(THREADS, done::incrementAndGet);
        assertThat(done.toString()).isEqualTo("[1, 1, 1]");
    }
}
