package quartet.scratch.kernel.vector.runtime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed team of threads that share the parts of one task at a time.
 *
 * <p>The caller always takes part 0, and helper i always part i, so the same parts meet the same caches step after step
 * and a result can depend on the number of parts but never on which thread was faster. Handing over a task is one
 * volatile write: a helper spins for a short while after each task, because in training the next one follows within
 * microseconds, and only then goes to sleep. If the team is busy with another thread's task, the caller computes all
 * parts by itself, one after another.
 */
public final class ThreadPool {
    /** The system property with the number of threads. */
    public static final String PROPERTY = "quartet.threads";

    private static final int SPINS = 5_000;

    /** What is divided: called once for each part. */
    public interface Task {
        void run(int part);
    }

    private final Helper[] helpers;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * A team of that many threads, the caller's included.
     *
     * @throws IllegalArgumentException if there is not at least one
     */
    public ThreadPool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(PROPERTY + ": expected at least 1 thread, but was " + threads);
        }
        helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
            helpers[i].start();
        }
    }

    /** The number of threads, the caller's included. */
    public int size() {
        return helpers.length + 1;
    }

    /** Runs every part in 0..parts-1, of which there are at most {@link #size()}, and returns when all are done. */
    public void run(int parts, Task task) {
        if (parts == 1 || !busy.compareAndSet(false, true)) {
            for (int part = 0; part < parts; part++) {
                task.run(part);
            }
            return;
        }
        try {
            for (int part = 1; part < parts; part++) {
                helpers[part - 1].hand(task);
            }
            task.run(0);
        } finally {
            for (int part = 1; part < parts; part++) {
                helpers[part - 1].await();
            }
            busy.set(false);
        }
        for (int part = 1; part < parts; part++) {
            helpers[part - 1].rethrow();
        }
    }

    private static final class Helper extends Thread {
        private static final Task NOTHING = part -> {};

        private final int part;
        private volatile Task task = NOTHING;
        private Optional<Throwable> failure = Optional.empty();

        Helper(int part) {
            super("quartet-kernel-" + part);
            this.part = part;
            setDaemon(true);
        }

        void hand(Task next) {
            failure = Optional.empty();
            task = next;
            LockSupport.unpark(this);
        }

        /** Spins, because the parts are of equal size; yields, in case there are fewer processors than threads. */
        void await() {
            for (int spins = 0; task != NOTHING; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }

        void rethrow() {
            failure.ifPresent(cause -> {
                throw new IllegalStateException("ThreadPool: a part of a kernel failed", cause);
            });
        }

        @Override
        public void run() {
            int spins = 0;
            while (true) {
                if (task != NOTHING) {
                    runTask();
                    spins = 0;
                } else if (spins++ < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                    spins = 0;
                }
            }
        }

        /** Whatever happens in a part belongs to the caller, who waits for it. */
        private void runTask() {
            try {
                task.run(part);
            } catch (Throwable e) {
                failure = Optional.of(e);
            } finally {
                task = NOTHING;
            }
        }
    }
}
