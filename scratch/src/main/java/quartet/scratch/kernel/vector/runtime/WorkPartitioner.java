package quartet.scratch.kernel.vector.runtime;

/**
 * Divides the work of a kernel among the threads of a pool, by rules that depend on sizes only. At a given number of
 * threads the division is therefore the same in every run.
 *
 * <p>Waking a thread is cheap. Another thread is expensive because it has to fetch its data from another core's cache,
 * so the thresholds are high.
 *
 * @param eager whether to divide all work that can be divided, however small; for tests
 */
public record WorkPartitioner(ThreadPool pool, boolean eager) {
    /** The least number of multiplications that justifies one more thread. */
    public static final long MIN_MULTIPLICATIONS = 2_000_000;
    /** The minimum number of elements to read or write that justifies one more thread. */
    public static final long MIN_ELEMENTS = 65_536;
    /** The same for parameters, which one thread has just computed and uses next. */
    public static final long MIN_PARAMETERS = 1_000_000;

    /** Floats in a cache line. No two threads write to the same line. */
    private static final int CACHE_LINE = 16;

    /** A task over a range of indices. */
    public interface RangeTask {
        /** Processes the indices from..to-1. */
        void run(int from, int to);
    }

    /** Returns the number of threads. */
    public int threads() {
        return pool.size();
    }

    /**
     * Returns the number of parts into which to divide work.
     *
     * @param units the number of indivisible units
     * @param work the work of all units together
     * @param minimum the least work that justifies one more thread
     */
    public int parts(int units, long work, long minimum) {
        return (int) Math.max(1, Math.min(Math.min(pool.size(), units), work / (eager ? 1 : minimum)));
    }

    /** Runs a task in parts, as {@link ThreadPool#run}. */
    public void runParts(int parts, ThreadPool.Task task) {
        pool.run(parts, task);
    }

    /** Divides the elements of an array, at the borders of cache lines. */
    public void runElements(int count, long minimum, RangeTask task) {
        run(count, CACHE_LINE, count, minimum, task);
    }

    /**
     * Divides the indices 0..count-1.
     *
     * @param work the work of all indices together
     * @param minimum the least work that justifies one more thread
     */
    public void run(int count, long work, long minimum, RangeTask task) {
        run(count, 1, work, minimum, task);
    }

    private void run(int count, int unit, long work, long minimum, RangeTask task) {
        int units = Simd.divideUp(count, unit);
        int parts = parts(units, work, minimum);
        if (parts == 1) {
            task.run(0, count);
        } else {
            pool.run(parts, part -> {
                int from = (int) ((long) units * part / parts) * unit;
                int to = (int) ((long) units * (part + 1) / parts) * unit;
                task.run(from, Math.min(count, to));
            });
        }
    }
}
