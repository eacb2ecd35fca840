package quartet.datasets.own;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds a single column that determines the target. Such a column is often a consequence of the target, so it is
 * unknown at the time of a prediction. At most {@value #ROWS} training rows are examined.
 */
final class Leakage {
    private static final int ROWS = 20_000;
    private static final int FEW_ROWS = 20;
    private static final double NEARLY_ALL = 0.995;
    private static final double NEARLY_ONE = 0.999;

    private final int[] rows;

    /** Creates a search in these training rows. */
    Leakage(int[] train) {
        rows = train.length <= ROWS ? train : Arrays.copyOf(train, ROWS);
    }

    /** Returns a warning if a column of categories determines the class; empty otherwise. */
    String categories(StoredColumn column, int[] labels, int classes) {
        int values = column.values().size();
        if (rows.length < FEW_ROWS || values * 5 > rows.length) {
            return "";
        }
        int[][] counts = new int[values][classes];
        int[] totals = new int[classes];
        for (int row : rows) {
            counts[column.code(row)][labels[row]]++;
            totals[labels[row]]++;
        }
        int determined = Arrays.stream(counts).mapToInt(Leakage::largest).sum();
        return suspicious(determined, largest(totals))
                ? String.format(
                        Locale.ROOT, "gives the target away: it determines %.1f %% of the classes", percent(determined))
                : "";
    }

    /** Returns a warning if intervals of numbers, one for each class, determine the class; empty otherwise. */
    String numbers(StoredColumn column, int[] labels, int classes) {
        int[] order = IntStream.of(rows)
                .filter(row -> !Double.isNaN(column.number(row)))
                .boxed()
                .sorted(Comparator.comparingDouble(column::number).thenComparing(row -> labels[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (order.length < FEW_ROWS || order.length < NEARLY_ALL * rows.length) {
            return "";
        }
        int intervals = 1;
        for (int i = 1; i < order.length; i++) {
            boolean change = labels[order[i]] != labels[order[i - 1]];
            if (change && column.number(order[i]) == column.number(order[i - 1])) {
                return "";
            }
            intervals += change ? 1 : 0;
        }
        return intervals <= classes ? "gives the target away: an interval for each class" : "";
    }

    /** Returns a warning if the target is nearly a linear function of a column; empty otherwise. */
    String correlation(StoredColumn column, double[] targets) {
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int row : rows) {
            double x = column.number(row);
            if (!Double.isNaN(x)) {
                n++;
                double dx = x - meanX;
                double dy = targets[row] - meanY;
                meanX += dx / n;
                meanY += dy / n;
                xx += dx * (x - meanX);
                yy += dy * (targets[row] - meanY);
                xy += dx * (targets[row] - meanY);
            }
        }
        double r = n < FEW_ROWS || xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
        return Math.abs(r) >= NEARLY_ONE
                ? String.format(Locale.ROOT, "gives the target away: correlation %.4f", r)
                : "";
    }

    private boolean suspicious(int determined, int majority) {
        return determined >= NEARLY_ALL * rows.length && majority <= 0.95 * rows.length;
    }

    private double percent(int count) {
        return 100.0 * count / rows.length;
    }

    private static int largest(int[] counts) {
        return Arrays.stream(counts).max().orElse(0);
    }
}
