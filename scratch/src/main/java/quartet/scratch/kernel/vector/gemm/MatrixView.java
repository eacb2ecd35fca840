package quartet.scratch.kernel.vector.gemm;

import quartet.scratch.kernel.vector.runtime.StridedCopy;

/** A matrix in an array: element (i, j) has the index {@code i rowStride + j columnStride}. */
public record MatrixView(float[] data, int rowStride, int columnStride) {
    /** Columns that are packed at a time if the matrix is column-major. */
    private static final int GROUP = 8;

    /** Returns op(X) of a row-major matrix X with the given number of columns. */
    public static MatrixView of(float[] data, int columns, boolean transpose) {
        return transpose ? new MatrixView(data, 1, columns) : new MatrixView(data, columns, 1);
    }

    /** Returns the transpose, in the same array. */
    MatrixView transposed() {
        return new MatrixView(data, columnStride, rowStride);
    }

    /** Returns the index of an element. */
    int indexOf(int row, int column) {
        return row * rowStride + column * columnStride;
    }

    /** Copies height rows and width columns to row-major order, with rows a stride apart. */
    void pack(int row, int column, int height, int width, float[] to, int toAt, int stride) {
        int at = indexOf(row, column);
        if (columnStride == 1) {
            StridedCopy.copy(data, at, rowStride, to, toAt, stride, height, width);
            return;
        }
        int j = 0;
        for (; j + GROUP <= width && rowStride == 1; j += GROUP) {
            interleave(data, at + j * columnStride, columnStride, to, toAt + j, stride, height);
        }
        for (; j < width; j++) {
            packColumn(data, at + j * columnStride, rowStride, to, toAt + j, stride, height);
        }
    }

    /** Packs {@link #GROUP} columns, each of which is contiguous. */
    private static void interleave(float[] from, int at, int distance, float[] to, int toAt, int stride, int height) {
        int i1 = at + distance;
        int i2 = i1 + distance;
        int i3 = i2 + distance;
        int i4 = i3 + distance;
        int i5 = i4 + distance;
        int i6 = i5 + distance;
        int i7 = i6 + distance;
        int j = toAt;
        for (int r = 0; r < height; r++) {
            to[j] = from[at + r];
            to[j + 1] = from[i1 + r];
            to[j + 2] = from[i2 + r];
            to[j + 3] = from[i3 + r];
            to[j + 4] = from[i4 + r];
            to[j + 5] = from[i5 + r];
            to[j + 6] = from[i6 + r];
            to[j + 7] = from[i7 + r];
            j += stride;
        }
    }

    private static void packColumn(float[] from, int at, int distance, float[] to, int toAt, int stride, int height) {
        for (int r = 0; r < height; r++) {
            to[toAt + r * stride] = from[at + r * distance];
        }
    }
}
