package quartet.scratch.kernel.vector.runtime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A pool of a fixed number of threads that run the parts of one task at a time.
 *
 * <p>The calling thread always runs part 0, and worker i always runs part i. The same parts therefore find their data in
 * the same caches in every step, and a result may depend on the number of parts but never on scheduling. Starting a task
 * costs one volatile write for each worker. A worker spins for a short while after a task, because training issues the
 * next one within microseconds, and parks only then. If the pool already runs a task of another thread, the caller runs
 * all parts itself, one after the other.
 */
public final class ThreadPool {
    /** The system property that sets the number of threads. */
    public static final String PROPERTY = "quartet.threads";

    private static final int SPINS = 5_000;

    /** A task that is divided into parts. */
    public interface Task {
        /** Runs one part. */
        void run(int part);
    }

    private final Worker[] workers;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * Starts a pool.
     *
     * @param threads the number of threads, including the calling one
     * @throws IllegalArgumentException if threads is less than 1
     */
    public ThreadPool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(PROPERTY + ": expected at least 1 thread, but was " + threads);
        }
        workers = new Worker[threads - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i + 1);
            workers[i].start();
        }
    }

    /** Returns the number of threads, including the calling one. */
    public int size() {
        return workers.length + 1;
    }

    /**
     * Runs all parts of a task and returns when the last one is done.
     *
     * @param parts the number of parts, at most {@link #size()}
     * @throws IllegalStateException if a part fails on a worker; its cause is the failure
     */
    public void run(int parts, Task task) {
        if (parts == 1 || !busy.compareAndSet(false, true)) {
            for (int part = 0; part < parts; part++) {
                task.run(part);
            }
            return;
        }
        try {
            for (int part = 1; part < parts; part++) {
                workers[part - 1].submit(task);
            }
            task.run(0);
        } finally {
            for (int part = 1; part < parts; part++) {
                workers[part - 1].await();
            }
            busy.set(false);
        }
        for (int part = 1; part < parts; part++) {
            workers[part - 1].rethrow();
        }
    }

    private static final class Worker extends Thread {
        private static final Task NOTHING = part -> {};

        private final int part;
        private volatile Task task = NOTHING;
        private Optional<Throwable> failure = Optional.empty();

        Worker(int part) {
            super("quartet-kernel-" + part);
            this.part = part;
            setDaemon(true);
        }

        void submit(Task next) {
            failure = Optional.empty();
            task = next;
            LockSupport.unpark(this);
        }

        /** Spins, because all parts take about as long; then yields, in case threads outnumber processors. */
        @SuppressWarnings("ThreadPriorityCheck") // Thread.yield is a hint here; correctness does not depend on it.
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

        /** Catches every failure, because the calling thread waits for this part and rethrows it there. */
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
