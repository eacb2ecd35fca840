package quartet.scratch.model.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;

/**
 * Trees that are grown on bootstrap samples, and the mean of their predictions.
 * <pre>{@code
 * sample b: n rows drawn with replacement;   f(x) = 1/B sum_b tree_b(x)
 * out of bag: for a training row the mean over the trees whose samples do not contain it
 * }</pre>
 * A sample lacks about 37 % of the rows, so the out-of-bag predictions estimate the error on new rows without a test
 * set.
 *
 * @param trees the trees
 * @param outOfBag the out-of-bag predictions [rows, outputs]; NaN for a row that all samples contain
 * @param features the number of features
 */
record Forest(List<Tree> trees, double[][] outOfBag, int features) {

    /** Grows the trees. */
    static Forest grow(
            String caller, double[][] x, double[][] outputs, int trees, TreeSettings settings, RandomGenerator random) {
        Require.positive(caller, "trees", trees);
        List<Tree> grown = new ArrayList<>();
        double[][] sums = new double[x.length][outputs[0].length];
        int[] counts = new int[x.length];
        for (int b = 0; b < trees; b++) {
            boolean[] drawn = new boolean[x.length];
            int[] sample = random.ints(x.length, 0, x.length).toArray();
            for (int i : sample) {
                drawn[i] = true;
            }
            Tree tree = new TreeGrower(pick(x, sample), pick(outputs, sample), settings, random).grow();
            grown.add(tree);
            for (int i = 0; i < x.length; i++) {
                if (!drawn[i]) {
                    add(tree.value(x[i]), sums[i]);
                    counts[i]++;
                }
            }
        }
        for (int i = 0; i < x.length; i++) {
            int count = counts[i];
            sums[i] = Arrays.stream(sums[i]).map(sum -> sum / count).toArray();
        }
        return new Forest(List.copyOf(grown), sums, x[0].length);
    }

    /** Returns the mean prediction [outputs]. */
    double[] value(double[] row) {
        double[] sum = new double[outOfBag[0].length];
        for (Tree tree : trees) {
            add(tree.value(row), sum);
        }
        return Arrays.stream(sum).map(s -> s / trees.size()).toArray();
    }

    /** Returns a copy of the out-of-bag predictions. */
    @Override
    public double[][] outOfBag() {
        return Arrays.stream(outOfBag).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] pick(double[][] rows, int[] sample) {
        return Arrays.stream(sample).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    private static void add(double[] value, double[] sum) {
        for (int o = 0; o < sum.length; o++) {
            sum[o] += value[o];
        }
    }
}
