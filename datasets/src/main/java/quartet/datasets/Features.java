package quartet.datasets;

import java.util.Arrays;

/** What a network sees of some examples, row by row; row-major arrays, ready to be handed to a framework. */
public sealed interface Features permits Features.Values, Features.Tokens {

    /** The number of examples. */
    int rows();

    /** A copy of the given rows, in the given order: elements {@code from} (included) to {@code to} of {@code rows}. */
    Features select(int[] rows, int from, int to);

    /**
     * These features as numbers.
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
     * These features as token ids.
     *
     * @throws IllegalArgumentException if they are numbers
     */
    default Tokens asTokens() {
        if (this instanceof Tokens tokens) {
            return tokens;
        }
        throw new IllegalArgumentException("Features: expected token ids, but were numbers");
    }

    /** A copy of consecutive rows. */
    default Features slice(int from, int to) {
        int[] rows = new int[to - from];
        Arrays.setAll(rows, i -> from + i);
        return select(rows, 0, rows.length);
    }

    /**
     * Numbers: a table [rows, columns] or images [rows, channels, height, width].
     *
     * @throws IllegalArgumentException if the data does not fill the shape
     */
    record Values(int[] shape, float[] data) implements Features {
        public Values {
            long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
            if (shape.length < 2 || size != data.length) {
                throw new IllegalArgumentException("Features: expected [rows, ...] filled by the data, but was "
                        + Arrays.toString(shape) + " with " + data.length + " numbers");
            }
        }

        @Override
        public int rows() {
            return shape[0];
        }

        /** Numbers in one row: columns, or channels times height times width. */
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
     * Texts as token ids [rows, length]; {@link Vocabulary#PADDING} fills the end of a short text, and a text of
     * padding alone is legal.
     *
     * @throws IllegalArgumentException if the ids do not fill [rows, length]
     */
    record Tokens(int rows, int length, int[] ids) implements Features {
        public Tokens {
            if (length < 1 || ids.length != Math.multiplyExact(rows, length)) {
                throw new IllegalArgumentException(
                        "Features: expected token ids [" + rows + ", " + length + "], but were " + ids.length + " ids");
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
