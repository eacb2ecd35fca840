package quartet.harness.data;

import java.util.Locale;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.harness.UsageException;

/** Rejects data that does not fit into the heap of a worker, before a worker fails. */
final class WorkerHeap {
    private static final double GIB = 1 << 30;
    /** The share of the heap that the data may take; the rest is for the network and its batches. */
    private static final double SHARE = 0.6;

    private WorkerHeap() {}

    /**
     * Checks that the features of both sets fit.
     *
     * @param heap the maximum heap of a worker, such as 2g
     * @throws UsageException if not; the message names a heap that suffices
     */
    static void check(PreparedData data, String heap) {
        double needed = (bytes(data.train().features()) + bytes(data.test().features())) / SHARE;
        double given = bytes(heap);
        if (needed > given) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "--heap: %,d training rows and %,d test rows need workers with a heap of %.1f GiB, but it is %s; name "
                            + "--heap %.0fg",
                    data.train().rows(),
                    data.test().rows(),
                    needed / GIB,
                    heap,
                    Math.ceil(needed / GIB)));
        }
    }

    private static double bytes(Features features) {
        return 4.0
                * (features instanceof Features.Tokens tokens
                        ? tokens.ids().length
                        : features.asValues().data().length);
    }

    private static double bytes(String heap) {
        double number = Double.parseDouble(heap.substring(0, heap.length() - 1));
        return switch (heap.toLowerCase(Locale.ROOT).charAt(heap.length() - 1)) {
            case 'k' -> number * (1 << 10);
            case 'm' -> number * (1 << 20);
            default -> number * GIB;
        };
    }
}
