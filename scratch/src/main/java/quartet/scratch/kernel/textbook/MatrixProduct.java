package quartet.scratch.kernel.textbook;

import quartet.scratch.kernel.Activation;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/** Matrix products and related operations on matrices. */
public final class MatrixProduct {
    private MatrixProduct() {}

    /**
     * Computes a matrix product.
     * <pre>{@code c_ij = sum_p op(A)_ip op(B)_pj    or    c_ij += ...}</pre>
     * Shapes: op(A) [m, k], op(B) [k, n], C [m, n]; a transposed factor is stored as [k, m] or [n, k].
     *
     * @throws IllegalArgumentException if the shapes do not fit
     */
    static void multiply(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor c, boolean accumulate) {
        requireShapes(a, transposeA, b, transposeB, c);
        int m = c.dimension(0);
        int n = c.dimension(1);
        int k = a.dimension(transposeA ? 0 : 1);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = accumulate ? c.get(i * n + j) : 0;
                for (int p = 0; p < k; p++) {
                    sum += a.get(transposeA ? p * m + i : i * k + p) * b.get(transposeB ? j * k + p : p * n + j);
                }
                c.set(i * n + j, sum);
            }
        }
    }

    /**
     * Checks the shapes of a matrix product.
     *
     * @throws IllegalArgumentException if they do not fit
     */
    public static void requireShapes(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor c) {
        int m = a.dimension(transposeA ? 1 : 0);
        int k = a.dimension(transposeA ? 0 : 1);
        int n = b.dimension(transposeB ? 0 : 1);
        if (b.dimension(transposeB ? 1 : 0) != k) {
            throw Shapes.mismatch("matmul", "a second factor with inner dimension " + k, b);
        }
        if (!c.hasShape(m, n)) {
            throw Shapes.mismatch("matmul", "a product of shape [" + m + ", " + n + "]", c);
        }
    }

    /**
     * Computes {@code y_ij = activation(b_j + sum_p x_ip w_pj)}. Shapes: x [batch, in], w [in, out], b [out], y
     * [batch, out].
     */
    static void dense(Tensor x, Tensor w, Tensor b, Activation activation, Tensor y) {
        int batch = y.dimension(0);
        int in = x.dimension(1);
        int out = y.dimension(1);
        for (int i = 0; i < batch; i++) {
            for (int j = 0; j < out; j++) {
                double sum = b.get(j);
                for (int p = 0; p < in; p++) {
                    sum += x.get(i * in + p) * w.get(p * out + j);
                }
                y.set(i * out + j, activation == Activation.RELU ? Math.max(0, sum) : sum);
            }
        }
    }

    /** Computes {@code y[n, j, i] = x[n, i, j]}. Shapes: x [n, rows, columns], y [n, columns, rows]. */
    static void transpose(Tensor x, int rows, int columns, Tensor y) {
        int size = rows * columns;
        for (int matrix = 0; matrix < x.size(); matrix += size) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    y.set(matrix + j * rows + i, x.get(matrix + i * columns + j));
                }
            }
        }
    }

    /** Computes {@code sums_j = sum_i a_ij}. Shapes: a [rows, columns], sums [columns]. */
    static void columnSums(Tensor a, Tensor sums) {
        int columns = a.dimension(1);
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = 0; i < a.dimension(0); i++) {
                sum += a.get(i * columns + j);
            }
            sums.set(j, sum);
        }
    }
}
