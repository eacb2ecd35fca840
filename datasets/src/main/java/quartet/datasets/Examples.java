package quartet.datasets;

/**
 * Features and the targets that belong to them, row by row.
 *
 * @throws IllegalArgumentException if their numbers of rows differ
 */
public record Examples(Features features, Targets targets) {
    public Examples {
        if (features.rows() != targets.rows()) {
            throw new IllegalArgumentException(
                    "Examples: expected a target for each of " + features.rows() + " rows, but were " + targets.rows());
        }
    }

    public int rows() {
        return features.rows();
    }

    /** A copy of the given rows, in the given order: elements {@code from} (included) to {@code to} of {@code rows}. */
    public Examples select(int[] rows, int from, int to) {
        return new Examples(features.select(rows, from, to), targets.select(rows, from, to));
    }
}
