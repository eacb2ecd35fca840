package quartet.scratch.model.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;

/**
 * Grows a tree by the CART algorithm: each split minimizes the squared error of its two means.
 * <pre>{@code
 * error(rows) = sum_i |t_i - mean|^2 = sum_i |t_i|^2 - |sum_i t_i|^2 / n
 * split       = argmax over feature and threshold of  |sum of t below|^2 / n_below + |sum of t above|^2 / n_above
 * }</pre>
 * For one-hot outputs the error divided by n is the Gini impurity {@code sum_c p_c (1 - p_c)}, so regression and
 * classification share this class. The rows are sorted by every feature once; a split divides the sorted rows and keeps
 * their order, which costs O(rows features) for each level of the tree. Thresholds lie midway between two values.
 * Among equally good splits, the first feature and the smallest threshold are chosen. Source: Breiman, Friedman,
 * Olshen, Stone (1984); Hastie, Tibshirani, Friedman (2009), sections 9.2.2 and 9.2.3.
 */
final class TreeGrower {

    /** A node whose error is a smaller part of the error of all rows is pure. */
    private static final double PURE = 1e-14;

    private record Cut(int feature, double threshold, double score) {}

    private final double[][] x;
    private final double[][] outputs;
    private final TreeSettings settings;
    private final RandomGenerator random;
    /** The rows in increasing order of each feature's value. A node owns the same range for all features. */
    private final int[][] sorted;

    private final boolean[] goesBelow;
    private final double pureError;

    /**
     * Prepares to grow a tree.
     *
     * @param x [rows, features], finite
     * @param outputs [rows, outputs]
     * @param random draws the features of each split, if the settings limit their number
     */
    TreeGrower(double[][] x, double[][] outputs, TreeSettings settings, RandomGenerator random) {
        Require.notNull("Tree", "settings", settings);
        Require.notNull("Tree", "random", random);
        this.x = x;
        this.outputs = outputs;
        this.settings = settings;
        this.random = random;
        this.goesBelow = new boolean[x.length];
        this.sorted = new int[x[0].length][];
        Arrays.setAll(sorted, feature -> IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i][feature]))
                .mapToInt(Integer::intValue)
                .toArray());
        this.pureError = PURE * error(0, x.length);
    }

    /** Grows the tree. */
    Tree grow() {
        return grow(0, x.length, 0);
    }

    private Tree grow(int from, int to, int depth) {
        boolean mayGrow = depth < settings.maximumDepth()
                && to - from >= 2L * settings.minimumLeafRows()
                && error(from, to) > pureError;
        Optional<Cut> cut = mayGrow ? bestCut(from, to) : Optional.empty();
        if (cut.isEmpty()) {
            double[] sums = sums(from, to);
            return new Tree.Leaf(
                    Arrays.stream(sums).map(sum -> sum / (to - from)).toArray(), to - from);
        }
        int feature = cut.get().feature;
        double threshold = cut.get().threshold;
        int middle = divide(from, to, feature, threshold);
        return new Tree.Split(feature, threshold, grow(from, middle, depth + 1), grow(middle, to, depth + 1));
    }

    /**
     * Returns the best cut among as many random features as the settings specify, or among more if none of these can
     * be cut.
     */
    private Optional<Cut> bestCut(int from, int to) {
        int[] features = IntStream.range(0, sorted.length).toArray();
        boolean all = settings.featuresPerSplit() >= features.length;
        Optional<Cut> best = Optional.empty();
        for (int tried = 0; tried < features.length; tried++) {
            if (!all) {
                int other = tried + random.nextInt(features.length - tried);
                int feature = features[other];
                features[other] = features[tried];
                features[tried] = feature;
            }
            if (tried >= settings.featuresPerSplit() && best.isPresent()) {
                break;
            }
            Optional<Cut> cut = bestCut(features[tried], from, to);
            if (cut.isPresent() && (best.isEmpty() || cut.get().score > best.get().score)) {
                best = cut;
            }
        }
        return best;
    }

    private Optional<Cut> bestCut(int feature, int from, int to) {
        int[] rows = sorted[feature];
        double[] below = new double[outputs[0].length];
        double[] above = sums(from, to);
        Optional<Cut> best = Optional.empty();
        for (int i = from; i + settings.minimumLeafRows() < to; i++) {
            double[] t = outputs[rows[i]];
            for (int o = 0; o < t.length; o++) {
                below[o] += t[o];
                above[o] -= t[o];
            }
            double value = x[rows[i]][feature];
            double next = x[rows[i + 1]][feature];
            int count = i + 1 - from;
            if (count < settings.minimumLeafRows() || value == next) {
                continue;
            }
            double score = square(below) / count + square(above) / (to - i - 1);
            if (best.isEmpty() || score > best.get().score) {
                // The midpoint of adjacent doubles may be rounded up to the larger one, which belongs above.
                double middle = value / 2 + next / 2;
                best = Optional.of(new Cut(feature, middle < next ? middle : value, score));
            }
        }
        return best;
    }

    /** Moves the rows below the threshold to the front of the range, for all features, and returns where they end. */
    private int divide(int from, int to, int feature, double threshold) {
        int middle = from;
        for (int i = from; i < to; i++) {
            int row = sorted[feature][i];
            goesBelow[row] = x[row][feature] <= threshold;
            middle += goesBelow[row] ? 1 : 0;
        }
        for (int[] rows : sorted) {
            int[] above = new int[to - middle];
            int nextBelow = from;
            int nextAbove = 0;
            for (int i = from; i < to; i++) {
                if (goesBelow[rows[i]]) {
                    rows[nextBelow++] = rows[i];
                } else {
                    above[nextAbove++] = rows[i];
                }
            }
            System.arraycopy(above, 0, rows, middle, above.length);
        }
        return middle;
    }

    private double[] sums(int from, int to) {
        double[] sums = new double[outputs[0].length];
        for (int i = from; i < to; i++) {
            double[] t = outputs[sorted[0][i]];
            for (int o = 0; o < t.length; o++) {
                sums[o] += t[o];
            }
        }
        return sums;
    }

    private double error(int from, int to) {
        double[] sums = sums(from, to);
        double error = 0;
        for (int i = from; i < to; i++) {
            double[] t = outputs[sorted[0][i]];
            for (int o = 0; o < t.length; o++) {
                double deviation = t[o] - sums[o] / (to - from);
                error += deviation * deviation;
            }
        }
        return error;
    }

    private static double square(double[] t) {
        double sum = 0;
        for (double value : t) {
            sum += value * value;
        }
        return sum;
    }
}
