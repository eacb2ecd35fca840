package quartet.scratch.linalg.decomposition;

import java.util.Arrays;

/**
 * Balancing of a square matrix: a diagonal similarity transformation that makes the norms of each row and its column
 * similar.
 * <pre>{@code
 * B = D^-1 A D,   D diagonal, powers of two
 * }</pre>
 * Rounding errors of the eigenvalues are proportional to the norm of the matrix, which balancing reduces. Powers of two
 * make the transformation exact.
 *
 * <p>Source: Golub and Van Loan, section 7.5.7; Parlett and Reinsch, "Balancing a matrix for calculation of eigenvalues
 * and eigenvectors" (1969), without the permutation.
 */
final class Balancing {

    /** A step must reduce the norms by this factor, so that the iteration ends. */
    private static final double IMPROVEMENT = 0.95;

    private Balancing() {}

    /** Balances the matrix in place and returns the diagonal of D. */
    static double[] balance(double[][] a) {
        double[] d = new double[a.length];
        Arrays.fill(d, 1);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < a.length; i++) {
                double factor = factor(a, i);
                if (factor != 1) {
                    d[i] *= factor;
                    scale(a, i, factor);
                    changed = true;
                }
            }
        }
        return d;
    }

    /** Returns the power of two for column i, or 1 if none reduces the norms sufficiently. */
    private static double factor(double[][] a, int i) {
        double column = 0;
        double row = 0;
        for (int j = 0; j < a.length; j++) {
            if (j != i) {
                column += Math.abs(a[j][i]);
                row += Math.abs(a[i][j]);
            }
        }
        if (column == 0 || row == 0) {
            return 1;
        }
        // The sum of column f and row / f is smallest for f^2 = row / column.
        int exponent = (int) Math.rint((Math.getExponent(row) - Math.getExponent(column)) / 2.0);
        double factor = Math.scalb(1.0, exponent);
        return column * factor + row / factor < IMPROVEMENT * (column + row) ? factor : 1;
    }

    private static void scale(double[][] a, int i, double factor) {
        for (double[] row : a) {
            row[i] *= factor;
        }
        for (int j = 0; j < a.length; j++) {
            a[i][j] /= factor;
        }
    }
}
