package quartet.datasets.own;

import java.util.Locale;
import quartet.datasets.DatasetException;

/** Rejects data that does not fit into memory, before the memory is exhausted. */
final class MemoryNeed {
    /** The environment variable of the launcher that sets the heap of this program. */
    static final String VARIABLE = "QUARTET_HEAP";

    private static final double GIB = 1 << 30;
    /** The share of the heap that the data may take; the rest is for everything else. */
    private static final double SHARE = 0.8;

    private MemoryNeed() {}

    /**
     * Checks that memory can hold the features twice (once for the whole, once for the split sets) and the stored
     * columns.
     *
     * @throws DatasetException if it cannot; the message names a sufficient heap
     */
    static void check(String where, long rows, long width, long storedBytes) {
        check(where, rows, width, storedBytes, Runtime.getRuntime().maxMemory());
    }

    static void check(String where, long rows, long width, long storedBytes, long heap) {
        if (rows * width > Integer.MAX_VALUE - 64) {
            throw new DatasetException(String.format(
                    Locale.ROOT,
                    "%s: %,d rows of %,d features are more than the 2,147,483,583 numbers that a tensor holds; use fewer "
                            + "rows or columns",
                    where,
                    rows,
                    width));
        }
        double needed = (8.0 * rows * width + storedBytes) / SHARE;
        if (needed > heap) {
            throw new DatasetException(String.format(
                    Locale.ROOT,
                    "%s: %,d rows of %,d features need a heap of %.1f GiB, but it has %.1f; set %s=%.0fg",
                    where,
                    rows,
                    width,
                    needed / GIB,
                    heap / GIB,
                    VARIABLE,
                    Math.ceil(needed / GIB)));
        }
    }
}
