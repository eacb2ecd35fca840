package quartet.datasets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Row numbers of the training set and of the test set. */
record Split(int[] train, int[] test) {

    /** The split that a source fixes: the first {@code trainRows} rows train, the rest test. */
    static Split first(int rows, int trainRows) {
        if (trainRows < 1 || trainRows >= rows) {
            throw new DatasetException("expected more than " + trainRows + " rows to split after, but were " + rows);
        }
        int[] train = new int[trainRows];
        int[] test = new int[rows - trainRows];
        for (int row = 0; row < rows; row++) {
            if (row < trainRows) {
                train[row] = row;
            } else {
                test[row - trainRows] = row;
            }
        }
        return new Split(train, test);
    }

    /** A seeded random split; at least one row on each side. */
    static Split random(int rows, double testFraction, long seed) {
        return stratified(new int[rows], testFraction, seed);
    }

    /**
     * A seeded random split that keeps the share of every label. Each label gives round(n * testFraction) of its n rows
     * to the test set, but a label of two or more rows at least one to each side; a single row trains.
     */
    static Split stratified(int[] labels, double testFraction, long seed) {
        TreeMap<Integer, List<Integer>> rowsByLabel = new TreeMap<>();
        for (int row = 0; row < labels.length; row++) {
            rowsByLabel.computeIfAbsent(labels[row], label -> new ArrayList<>()).add(row);
        }
        Random random = new Random(seed);
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (List<Integer> rows : rowsByLabel.values()) {
            Collections.shuffle(rows, random);
            int count = rows.size();
            int tested = count < 2 ? 0 : (int) Math.max(1, Math.min(count - 1, Math.round(count * testFraction)));
            test.addAll(rows.subList(0, tested));
            train.addAll(rows.subList(tested, count));
        }
        if (train.isEmpty() || test.isEmpty()) {
            throw new DatasetException("expected at least 2 rows to split, but were " + labels.length);
        }
        return new Split(sorted(train), sorted(test));
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
