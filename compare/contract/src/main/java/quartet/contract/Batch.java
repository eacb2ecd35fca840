package quartet.contract;

import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/** The rows of one step. */
public record Batch(Features features, Targets targets) {
    /** Returns a copy of some rows of the examples: elements {@code from} (included) to {@code to} of {@code rows}. */
    public static Batch select(Examples examples, int[] rows, int from, int to) {
        return new Batch(
                examples.features().select(rows, from, to), examples.targets().select(rows, from, to));
    }

    public int rows() {
        return features.rows();
    }
}
