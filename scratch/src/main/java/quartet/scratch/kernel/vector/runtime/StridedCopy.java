package quartet.scratch.kernel.vector.runtime;

/** Copies of parts of matrices. */
public final class StridedCopy {
    private StridedCopy() {}

    /** Copies a rectangle from one array to another. */
    public static void copy(
            float[] from, int at, int stride, float[] to, int toAt, int toStride, int height, int width) {
        for (int r = 0; r < height; r++) {
            System.arraycopy(from, at + r * stride, to, toAt + r * toStride, width);
        }
    }

    /** Copies a matrix to its transpose. */
    public static void transpose(float[] from, int at, int rows, int columns, float[] to, int toAt) {
        if (rows == 1 || columns == 1) {
            System.arraycopy(from, at, to, toAt, rows * columns);
            return;
        }
        for (int j = 0; j < columns; j++) {
            int row = toAt + j * rows;
            for (int i = 0; i < rows; i++) {
                to[row + i] = from[at + i * columns + j];
            }
        }
    }
}
