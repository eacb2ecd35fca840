package quartet.scratch.kernel.vector.runtime;

/** Copies of submatrices. A matrix begins at an index of its array, and its rows are a stride apart. */
public final class StridedCopy {
    private StridedCopy() {}

    /** Copies a matrix of height rows and width columns into another array with another stride. */
    public static void copy(
            float[] from, int fromAt, int fromStride, float[] to, int toAt, int toStride, int height, int width) {
        for (int r = 0; r < height; r++) {
            System.arraycopy(from, fromAt + r * fromStride, to, toAt + r * toStride, width);
        }
    }

    /** Transposes a contiguous matrix: from is [rows, columns], to is [columns, rows]. */
    public static void transpose(float[] from, int fromAt, int rows, int columns, float[] to, int toAt) {
        if (rows == 1 || columns == 1) {
            System.arraycopy(from, fromAt, to, toAt, rows * columns);
            return;
        }
        for (int j = 0; j < columns; j++) {
            int row = toAt + j * rows;
            for (int i = 0; i < rows; i++) {
                to[row + i] = from[fromAt + i * columns + j];
            }
        }
    }
}
