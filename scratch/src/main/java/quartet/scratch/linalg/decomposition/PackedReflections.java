package quartet.scratch.linalg.decomposition;

import quartet.scratch.linalg.Matrix;

/**
 * The Householder reflections of a QR decomposition, stored in place of the entries that they annihilate.
 * <pre>{@code
 * H = I - beta v v^T with v_j = 1,  v_i = x_i / (x_j - alpha) on the rows i of a block,   as in Householder
 * }</pre>
 * The reflection of column j acts on row j, which belongs to R, and on the rows of one block. In the first block these
 * are the rows below j. The array [m, n] is row-major: R is on and above the diagonal, and v_i of column j is entry
 * (i, j).
 */
final class PackedReflections {

    /** The number of rows in a block; with a few hundred columns, a block fits in the second-level cache. */
    private static final int BLOCK_ROWS = 64;

    private final double[] a;
    private final int rows;
    private final int columns;
    private final int steps;
    private final int firstBlock;
    private final double[][] betas;

    private PackedReflections(double[] a, int rows, int columns) {
        this.a = a;
        this.rows = rows;
        this.columns = columns;
        this.steps = Math.min(rows, columns);
        this.firstBlock = Math.min(rows, Math.max(steps, BLOCK_ROWS));
        this.betas = new double[1 + (rows - firstBlock + BLOCK_ROWS - 1) / BLOCK_ROWS][steps];
    }

    /** Reduces a row-major matrix [rows, columns] to upper triangular form. The array is overwritten. */
    static PackedReflections reduce(double[] a, int rows, int columns) {
        PackedReflections reflections = new PackedReflections(a, rows, columns);
        double[] dots = new double[columns];
        for (int block = 0; block < reflections.betas.length; block++) {
            for (int j = 0; j < reflections.steps; j++) {
                reflections.annihilate(block, j, dots);
            }
        }
        return reflections;
    }

    private int from(int block, int j) {
        return block == 0 ? j + 1 : firstBlock + (block - 1) * BLOCK_ROWS;
    }

    private int to(int block) {
        return Math.min(rows, firstBlock + block * BLOCK_ROWS);
    }

    /** Computes the reflection of column j in a block, and applies it to the columns on the right. */
    private void annihilate(int block, int j, double[] dots) {
        int from = from(block, j);
        int to = to(block);
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(a[i * columns + j]));
        }
        if (largest == 0) {
            return;
        }
        double head = a[j * columns + j];
        double scale = Math.max(largest, Math.abs(head));
        double sum = head / scale * (head / scale);
        for (int i = from; i < to; i++) {
            double ratio = a[i * columns + j] / scale;
            sum += ratio * ratio;
        }
        double alpha = -Math.copySign(scale * Math.sqrt(sum), head);
        double pivot = head - alpha;
        for (int i = from; i < to; i++) {
            a[i * columns + j] /= pivot;
        }
        a[j * columns + j] = alpha;
        betas[block][j] = -pivot / alpha;
        reflect(block, j, a, columns, j + 1, dots);
    }

    /** Replaces X [rows, width] by {@code H X} for the reflection of column j, on its columns from {@code left} on. */
    private void reflect(int block, int j, double[] x, int width, int left, double[] dots) {
        double beta = betas[block][j];
        if (beta == 0) {
            return;
        }
        int from = from(block, j);
        int to = to(block);
        System.arraycopy(x, j * width + left, dots, left, width - left);
        addRows(j, from, to, x, width, left, dots);
        for (int c = left; c < width; c++) {
            dots[c] *= -beta;
            x[j * width + c] += dots[c];
        }
        for (int i = from; i < to; i++) {
            double factor = a[i * columns + j];
            for (int c = left; c < width; c++) {
                x[i * width + c] += factor * dots[c];
            }
        }
    }

    /** Adds {@code v^T X} to the dots. Four rows at a time load and store each of the dots only once. */
    private void addRows(int j, int from, int to, double[] x, int width, int left, double[] dots) {
        int i = from;
        for (; i + 3 < to; i += 4) {
            double v0 = a[i * columns + j];
            double v1 = a[(i + 1) * columns + j];
            double v2 = a[(i + 2) * columns + j];
            double v3 = a[(i + 3) * columns + j];
            int row = i * width;
            for (int c = left; c < width; c++) {
                dots[c] += v0 * x[row + c]
                        + v1 * x[row + width + c]
                        + v2 * x[row + 2 * width + c]
                        + v3 * x[row + 3 * width + c];
            }
        }
        for (; i < to; i++) {
            double factor = a[i * columns + j];
            for (int c = left; c < width; c++) {
                dots[c] += factor * x[i * width + c];
            }
        }
    }

    int rows() {
        return rows;
    }

    /** Returns R [min(rows, columns), columns]. */
    Matrix upper() {
        return Matrix.generate(steps, columns, (i, j) -> i <= j ? a[i * columns + j] : 0);
    }

    /** Replaces X [rows, width], row-major, by {@code Q X}. */
    void applyQ(double[] x, int width) {
        double[] dots = new double[width];
        for (int block = betas.length - 1; block >= 0; block--) {
            for (int j = steps - 1; j >= 0; j--) {
                reflect(block, j, x, width, 0, dots);
            }
        }
    }

    /** Replaces X [rows, width], row-major, by {@code Q^T X}. */
    void applyTransposed(double[] x, int width) {
        double[] dots = new double[width];
        for (int block = 0; block < betas.length; block++) {
            for (int j = 0; j < steps; j++) {
                reflect(block, j, x, width, 0, dots);
            }
        }
    }
}
