package quartet.harness.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import quartet.datasets.raw.RawRow;
import quartet.datasets.raw.TableFile;

/**
 * A random sample of the rows of a file. Memory does not grow with the file: a row replaces another one with the
 * probability that keeps all rows equally likely. A file that is no larger than the sample keeps its order.
 *
 * <p>Source: Vitter (1985), Random sampling with a reservoir, algorithm R.
 *
 * @param rows the sample
 * @param all the number of rows that it was drawn from
 */
record SampledRows(List<RawRow> rows, long all) {
    private static final int SIZE = 10_000;
    private static final long SEED = 42;

    /**
     * Draws a sample.
     *
     * @param usable selects the rows that it is drawn from
     */
    static SampledRows of(TableFile file, Predicate<RawRow> usable) {
        List<RawRow> rows = new ArrayList<>();
        Random random = new Random(SEED);
        long[] all = new long[1];
        file.read(
                row -> {
                    if (!usable.test(row)) {
                        return;
                    }
                    all[0]++;
                    if (rows.size() < SIZE) {
                        rows.add(row);
                    } else {
                        long place = (long) (random.nextDouble() * all[0]);
                        if (place < SIZE) {
                            rows.set((int) place, row);
                        }
                    }
                },
                problem -> {});
        return new SampledRows(rows, all[0]);
    }
}
