package quartet.scratch.model.tree;

import java.util.Arrays;

/**
 * A binary tree of splits by single features. A leaf predicts the mean of the outputs of its training rows. Class
 * labels are outputs too, as one-hot vectors; their mean contains the shares of the classes.
 */
sealed interface Tree {

    /** Returns the prediction [outputs] for a row of finite features. Callers must not write to it. */
    double[] value(double[] row);

    /** Returns the largest number of splits on a path. */
    int depth();

    /** Returns the number of leaves. */
    int leaves();

    /** Appends the tree as indented text, one line for each node. */
    void print(StringBuilder text, int indent);

    /**
     * A split, with the condition that the feature is at most the threshold.
     *
     * @param below the tree for rows with {@code x[feature] <= threshold}
     * @param above the tree for the other rows
     */
    record Split(int feature, double threshold, Tree below, Tree above) implements Tree {
        @Override
        public double[] value(double[] row) {
            return row[feature] <= threshold ? below.value(row) : above.value(row);
        }

        @Override
        public int depth() {
            return 1 + Math.max(below.depth(), above.depth());
        }

        @Override
        public int leaves() {
            return below.leaves() + above.leaves();
        }

        @Override
        public void print(StringBuilder text, int indent) {
            String start = "  ".repeat(indent) + "x[" + feature + "] ";
            text.append(start).append("<= ").append(threshold).append('\n');
            below.print(text, indent + 1);
            text.append(start).append("> ").append(threshold).append('\n');
            above.print(text, indent + 1);
        }
    }

    /** A leaf, with its prediction. */
    final class Leaf implements Tree {
        private final double[] mean;
        private final int rows;

        Leaf(double[] mean, int rows) {
            this.mean = mean;
            this.rows = rows;
        }

        @Override
        public double[] value(double[] row) {
            return mean;
        }

        @Override
        public int depth() {
            return 0;
        }

        @Override
        public int leaves() {
            return 1;
        }

        @Override
        public void print(StringBuilder text, int indent) {
            text.append("  ".repeat(indent)).append(Arrays.toString(mean));
            text.append(" of ").append(rows).append(" rows\n");
        }
    }
}
