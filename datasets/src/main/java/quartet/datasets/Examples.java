package quartet.datasets;

/** Features and targets of the same rows. */
public record Examples(Features features, Targets targets) {
    /**
     * Pairs features and targets.
     *
     * @throws IllegalArgumentException if their numbers of rows differ
     */
    public Examples {
        if (features.rows() != targets.rows()) {
            throw new IllegalArgumentException(
                    "Examples: expected a target for each of " + features.rows() + " rows, but got " + targets.rows());
        }
    }

    /** Returns the number of examples. */
    public int rows() {
        return features.rows();
    }

    /**
     * Returns a copy of some rows in the given order: {@code rows[from]} to {@code rows[to - 1]}.
     */
    public Examples select(int[] rows, int from, int to) {
        return new Examples(features.select(rows, from, to), targets.select(rows, from, to));
    }
}
