package quartet.datasets;

import java.util.Arrays;

/** The inputs of a network in rows: a row-major array and its shape. */
public sealed interface Features permits Features.Values, Features.Tokens {

    /** Returns the number of examples. */
    int rows();

    /** Returns a copy of some rows in the given order: {@code rows[from]} to {@code rows[to - 1]}. */
    Features select(int[] rows, int from, int to);

    /**
     * Returns these features as numbers.
     *
     * @throws IllegalArgumentException if they are token ids
     */
    default Values asValues() {
        if (this instanceof Values values) {
            return values;
        }
        throw new IllegalArgumentException("Features: expected numbers, but were token ids");
    }

    /**
     * Returns these features as token ids.
     *
     * @throws IllegalArgumentException if they are numbers
     */
    default Tokens asTokens() {
        if (this instanceof Tokens tokens) {
            return tokens;
        }
        throw new IllegalArgumentException("Features: expected token ids, but were numbers");
    }

    /** Returns a copy of the rows {@code from} to {@code to - 1}. */
    default Features slice(int from, int to) {
        int[] rows = new int[to - from];
        Arrays.setAll(rows, i -> from + i);
        return select(rows, 0, rows.length);
    }

    /**
     * Numbers: a table [rows, columns] or images [rows, channels, height, width].
     *
     * @param shape the dimensions, rows first
     * @param data the numbers, row-major
     */
    record Values(int[] shape, float[] data) implements Features {
        /**
         * Checks the shape.
         *
         * @throws IllegalArgumentException if the shape has fewer than two dimensions or another size than the data
         */
        public Values {
            long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
            if (shape.length < 2 || size != data.length) {
                throw new IllegalArgumentException(
                        "Features: expected a shape [rows, ...] of the size of the data, but was "
                                + Arrays.toString(shape) + " with " + data.length + " numbers");
            }
        }

        @Override
        public int rows() {
            return shape[0];
        }

        /** Returns the numbers in one row: columns, or channels times height times width. */
        public int rowSize() {
            int size = 1;
            for (int i = 1; i < shape.length; i++) {
                size *= shape[i];
            }
            return size;
        }

        @Override
        public Values select(int[] rows, int from, int to) {
            int width = rowSize();
            float[] selected = new float[(to - from) * width];
            for (int i = from; i < to; i++) {
                System.arraycopy(data, rows[i] * width, selected, (i - from) * width, width);
            }
            int[] selectedShape = shape.clone();
            selectedShape[0] = to - from;
            return new Values(selectedShape, selected);
        }
    }

    /**
     * Texts as token ids [rows, length]. {@link Vocabulary#PADDING} fills the end of a short text. A text may consist
     * of padding alone.
     *
     * @param rows the number of texts
     * @param length the number of tokens of each text, padding included
     * @param ids the token ids, row-major
     */
    record Tokens(int rows, int length, int[] ids) implements Features {
        /**
         * Checks the number of ids.
         *
         * @throws IllegalArgumentException if the length is not positive or the number of ids is not rows times length
         */
        public Tokens {
            if (length < 1 || ids.length != Math.multiplyExact(rows, length)) {
                throw new IllegalArgumentException(
                        "Features: expected token ids [" + rows + ", " + length + "], but got " + ids.length + " ids");
            }
        }

        @Override
        public Tokens select(int[] rows, int from, int to) {
            int[] selected = new int[(to - from) * length];
            for (int i = from; i < to; i++) {
                System.arraycopy(ids, rows[i] * length, selected, (i - from) * length, length);
            }
            return new Tokens(to - from, length, selected);
        }
    }
}
