package quartet.scratch.linalg;

/**
 * The product of row-major matrices.
 * <pre>{@code C_ij += sum_k A_ik B_kj}</pre>
 * Shapes: A [rows, inner], B [inner, columns], C [rows, columns]. The loops run over i, k, j: the innermost loop adds
 * multiples of four rows of B to a row of C, so it reads and writes contiguous memory. k is divided into blocks, so
 * that the rows of B in use stay in the cache.
 *
 * <p>Source: Golub and Van Loan, sections 1.1.11 and 1.5.4.
 */
final class MatrixProduct {

    private static final int BLOCK = 64;

    private MatrixProduct() {}

    static void add(double[] a, double[] b, double[] c, int rows, int inner, int columns) {
        for (int from = 0; from < inner; from += BLOCK) {
            int to = Math.min(inner, from + BLOCK);
            for (int i = 0; i < rows; i++) {
                addRows(a, i * inner, from, to, b, c, i * columns, columns);
            }
        }
    }

    private static void addRows(
            double[] a, int rowOfA, int from, int to, double[] b, double[] c, int rowOfC, int columns) {
        int k = from;
        for (; k + 3 < to; k += 4) {
            double a0 = a[rowOfA + k];
            double a1 = a[rowOfA + k + 1];
            double a2 = a[rowOfA + k + 2];
            double a3 = a[rowOfA + k + 3];
            int row = k * columns;
            for (int j = 0; j < columns; j++) {
                c[rowOfC + j] += a0 * b[row + j]
                        + a1 * b[row + columns + j]
                        + a2 * b[row + 2 * columns + j]
                        + a3 * b[row + 3 * columns + j];
            }
        }
        for (; k < to; k++) {
            double factor = a[rowOfA + k];
            for (int j = 0; j < columns; j++) {
                c[rowOfC + j] += factor * b[k * columns + j];
            }
        }
    }
}
