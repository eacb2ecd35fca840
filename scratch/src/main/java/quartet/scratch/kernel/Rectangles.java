package quartet.scratch.kernel;

/** Copies of parts of matrices. */
final class Rectangles {
    private Rectangles() {}

    /** Copies a rectangle from one array to another. */
    static void copy(float[] from, int at, int stride, float[] to, int toAt, int toStride, int height, int width) {
        for (int r = 0; r < height; r++) {
            System.arraycopy(from, at + r * stride, to, toAt + r * toStride, width);
        }
    }
}
