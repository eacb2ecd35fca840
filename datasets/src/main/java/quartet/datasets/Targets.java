package quartet.datasets;

/** The expected outputs of a network in rows: classes or numbers. */
public sealed interface Targets permits Targets.Classes, Targets.Values {

    /** Returns the number of examples. */
    int rows();

    /** Returns a copy of some rows in the given order: {@code rows[from]} to {@code rows[to - 1]}. */
    Targets select(int[] rows, int from, int to);

    /**
     * Returns these targets as classes.
     *
     * @throws IllegalArgumentException if they are numbers
     */
    default Classes asClasses() {
        if (this instanceof Classes classes) {
            return classes;
        }
        throw new IllegalArgumentException("Targets: expected classes, but were numbers");
    }

    /**
     * Returns these targets as numbers.
     *
     * @throws IllegalArgumentException if they are classes
     */
    default Values asValues() {
        if (this instanceof Values values) {
            return values;
        }
        throw new IllegalArgumentException("Targets: expected numbers, but were classes");
    }

    /**
     * Class indices.
     *
     * @param labels the class of each row, [rows], each in [0, classes)
     * @param classes the number of classes
     */
    record Classes(int[] labels, int classes) implements Targets {
        /**
         * Checks the labels.
         *
         * @throws IllegalArgumentException if a label is out of range
         */
        public Classes {
            for (int row = 0; row < labels.length; row++) {
                if (labels[row] < 0 || labels[row] >= classes) {
                    throw new IllegalArgumentException(
                            "Targets: expected labels in [0, " + classes + "), but row " + row + " was " + labels[row]);
                }
            }
        }

        @Override
        public int rows() {
            return labels.length;
        }

        @Override
        public Classes select(int[] rows, int from, int to) {
            int[] selected = new int[to - from];
            for (int i = from; i < to; i++) {
                selected[i - from] = labels[rows[i]];
            }
            return new Classes(selected, classes);
        }
    }

    /** Numbers [rows] in the scale in which a network is trained (see {@link TargetScale}). */
    record Values(float[] values) implements Targets {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public Values select(int[] rows, int from, int to) {
            float[] selected = new float[to - from];
            for (int i = from; i < to; i++) {
                selected[i - from] = values[rows[i]];
            }
            return new Values(selected);
        }
    }
}
