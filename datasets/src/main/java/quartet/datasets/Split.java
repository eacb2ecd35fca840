package quartet.datasets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** The row numbers of the training set and of the test set, each in ascending order. */
public record Split(int[] train, int[] test) {

    /**
     * Returns the split that some sources fix: the first {@code trainRows} rows are the training set.
     *
     * @throws DatasetException if a set would be empty
     */
    public static Split first(int rows, int trainRows) {
        if (trainRows < 1 || trainRows >= rows) {
            throw new DatasetException(
                    "expected 1 to " + (rows - 1) + " training rows of " + rows + ", but was " + trainRows);
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

    /**
     * Returns a random split that is deterministic for a given seed. Each set has at least one row.
     *
     * @throws DatasetException if there are fewer than two rows
     */
    public static Split random(int rows, double testFraction, long seed) {
        return stratified(new int[rows], testFraction, seed);
    }

    /**
     * Returns a random split that preserves the proportions of the labels and is deterministic for a given seed.
     *
     * <p>Of the n rows of a label, round(n * testFraction) are in the test set. If n is at least 2, each set has at
     * least one of them; a single row is in the training set.
     *
     * @throws DatasetException if a set would be empty
     */
    public static Split stratified(int[] labels, double testFraction, long seed) {
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
            int testRows = count < 2 ? 0 : (int) Math.max(1, Math.min(count - 1, Math.round(count * testFraction)));
            test.addAll(rows.subList(0, testRows));
            train.addAll(rows.subList(testRows, count));
        }
        if (train.isEmpty() || test.isEmpty()) {
            throw new DatasetException(
                    "expected at least 2 rows of the same class to split, but found " + labels.length + " in all");
        }
        return new Split(sorted(train), sorted(test));
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
