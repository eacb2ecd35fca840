package quartet.datasets.own;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import quartet.datasets.DatasetException;
import quartet.datasets.Split;

/**
 * The rule that divides rows into training set and test set.
 *
 * @param by {@code share}: at random; {@code stratified}: at random within each class; {@code time}: the latest rows of a
 *     column are the test set; empty: stratified for classes, otherwise at random
 * @param trainShare the share of training rows
 * @param column the column with the time
 */
record SplitChoice(String by, double trainShare, String column) {
    private static final double TRAIN_SHARE = 0.8;
    private static final String TIME = "time:";

    /**
     * Parses the option.
     *
     * @throws DatasetException if it is not one of the three forms
     */
    static SplitChoice parse(String split) {
        if (split.isEmpty()) {
            return new SplitChoice("", TRAIN_SHARE, "");
        }
        if (split.equals("stratified")) {
            return new SplitChoice(split, TRAIN_SHARE, "");
        }
        if (split.startsWith(TIME) && split.length() > TIME.length()) {
            return new SplitChoice("time", TRAIN_SHARE, split.substring(TIME.length()));
        }
        try {
            double share = Double.parseDouble(split);
            if (share > 0 && share < 1) {
                return new SplitChoice("share", share, "");
            }
        } catch (NumberFormatException e) {
            // Reported below, together with numbers out of range.
        }
        throw new DatasetException(
                "--split: expected a share of training rows such as 0.8, stratified or time:COLUMN, but was '" + split
                        + "'");
    }

    /** Divides rows with classes. */
    Split classes(int[] labels, long seed) {
        return by.equals("share")
                ? Split.random(labels.length, 1 - trainShare, seed)
                : Split.stratified(labels, 1 - trainShare, seed);
    }

    /** Divides rows of a regression. */
    Split values(int rows, long seed) {
        if (by.equals("stratified")) {
            throw new DatasetException(
                    "--split: stratified needs classes; expected a share such as 0.8 or time:COLUMN");
        }
        return Split.random(rows, 1 - trainShare, seed);
    }

    /** Divides rows by time: the latest are the test set. Rows of equal time keep the order of the file. */
    Split byTime(double[] times) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, times.length).boxed().toList());
        order.sort(Comparator.comparingDouble(row -> times[row]));
        int train = (int) Math.max(1, Math.min(times.length - 1, Math.round(times.length * trainShare)));
        int[] first = order.subList(0, train).stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        int[] last = order.subList(train, times.length).stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new Split(first, last);
    }

    /** Returns the split in words. */
    String describe(int train, int test, boolean classes) {
        String how =
                switch (by) {
                    case "time" -> "the latest rows by '" + column + "' are the test set";
                    case "share" -> "at random";
                    default -> classes ? "at random within each class" : "at random";
                };
        return String.format(Locale.ROOT, "%,d training rows and %,d test rows, %s", train, test, how);
    }
}
