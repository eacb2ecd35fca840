package quartet.scratch.kernel.vector.runtime;

/**
 * Divides the work of a kernel among a team, by rules that look at sizes only.
 *
 * <p>What makes another thread worth while is less the time to wake it than that it has to take its data from another
 * core's cache.
 *
 * @param eager whether to divide whatever can be divided, worth while or not
 */
public record WorkPartitioner(ThreadPool team, boolean eager) {
    /** Fewer multiplications for each thread than this are not worth another one. */
    public static final long MULTIPLICATIONS = 2_000_000;
    /** Fewer elements to touch for each thread than this are not worth another one. */
    public static final long ELEMENTS = 65_536;
    /** The same for parameters, which one thread has just computed and will use next. */
    public static final long PARAMETERS = 1_000_000;

    /** Elements in a line of a cache, to which no two threads shall write. */
    private static final int LINE = 16;

    /** What is done with from..to-1. */
    public interface Range {
        void run(int from, int to);
    }

    public int threads() {
        return team.size();
    }

    /** Into how many parts to divide so many units that are worth so much work together. */
    public int parts(int units, long work, long worthAThread) {
        return (int) Math.max(1, Math.min(Math.min(team.size(), units), work / (eager ? 1 : worthAThread)));
    }

    public void runParts(int parts, ThreadPool.Task task) {
        team.run(parts, task);
    }

    /** Divides the elements of an array, each worth one. */
    public void elements(int count, long worthAThread, Range range) {
        run(count, LINE, count, worthAThread, range);
    }

    /** Divides 0..count-1, which are worth so much work together. */
    public void run(int count, long work, long worthAThread, Range range) {
        run(count, 1, work, worthAThread, range);
    }

    private void run(int count, int unit, long work, long worthAThread, Range range) {
        int units = (count + unit - 1) / unit;
        int parts = parts(units, work, worthAThread);
        if (parts == 1) {
            range.run(0, count);
        } else {
            team.run(parts, part -> {
                int from = (int) ((long) units * part / parts) * unit;
                int to = (int) ((long) units * (part + 1) / parts) * unit;
                range.run(from, Math.min(count, to));
            });
        }
    }
}
