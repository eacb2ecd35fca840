package quartet.scratch.calculus.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import quartet.scratch.calculus.autodiff.MatrixTape.Argument;

/**
 * A matrix recorded on a {@link MatrixTape}. The formulas state the value and the pullback: X is this matrix, Y the
 * argument, Z the result, dZ the derivative of the final output with respect to Z, and o the elementwise product. If
 * shapes differ in {@link #plus}, {@link #minus}, {@link #times} or {@link #dividedBy}, a dimension of size 1 is
 * broadcast to the other size, as a bias [1, n] is added to each row of [m, n]. The pullback of a broadcast sums over
 * the repeated entries.
 */
public final class MatrixVariable {

    private final MatrixTape tape;
    private final int index;
    private final int rows;
    private final int columns;
    private final double[] entries;

    MatrixVariable(MatrixTape tape, int index, int rows, int columns, double[] entries) {
        this.tape = tape;
        this.index = index;
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns. */
    public int columns() {
        return columns;
    }

    /** Returns a copy of the value, [rows][columns]. */
    public double[][] value() {
        return unflatten(entries, rows, columns);
    }

    /**
     * Returns the only entry of a [1, 1] matrix.
     *
     * @throws IllegalArgumentException if the matrix has another shape
     */
    public double scalar() {
        if (entries.length != 1) {
            throw new IllegalArgumentException("MatrixVariable.scalar: expected [1, 1], but was " + shape());
        }
        return entries[0];
    }

    MatrixTape tape() {
        return tape;
    }

    int index() {
        return index;
    }

    String shape() {
        return "[" + rows + ", " + columns + "]";
    }

    static double[][] unflatten(double[] entries, int rows, int columns) {
        double[][] matrix = new double[rows][];
        Arrays.setAll(matrix, i -> Arrays.copyOfRange(entries, i * columns, (i + 1) * columns));
        return matrix;
    }

    /** Returns {@code Z = X + Y;  dX = dZ, dY = dZ}. */
    public MatrixVariable plus(MatrixVariable other) {
        return Broadcast.apply("plus", this, other, (x, y) -> x + y, (x, y) -> 1, (x, y) -> 1);
    }

    /** Returns {@code Z = X - Y;  dX = dZ, dY = -dZ}. */
    public MatrixVariable minus(MatrixVariable other) {
        return Broadcast.apply("minus", this, other, (x, y) -> x - y, (x, y) -> 1, (x, y) -> -1);
    }

    /** Multiplies elementwise: {@code Z = X o Y;  dX = dZ o Y, dY = dZ o X}. */
    public MatrixVariable times(MatrixVariable other) {
        return Broadcast.apply("times", this, other, (x, y) -> x * y, (x, y) -> y, (x, y) -> x);
    }

    /** Divides elementwise: {@code Z = X / Y;  dX = dZ / Y, dY = -dZ o X / Y^2}. */
    public MatrixVariable dividedBy(MatrixVariable other) {
        return Broadcast.apply("dividedBy", this, other, (x, y) -> x / y, (x, y) -> 1 / y, (x, y) -> -x / (y * y));
    }

    /** Returns {@code Z = c X;  dX = c dZ}. */
    public MatrixVariable times(double constant) {
        return map(x -> constant * x, x -> constant);
    }

    /**
     * Returns the matrix product: {@code Z = X Y;  dX = dZ Y^T, dY = X^T dZ}. Shapes: X [m, k], Y [k, n], Z [m, n].
     *
     * @throws IllegalArgumentException if the inner dimensions differ
     */
    public MatrixVariable matmul(MatrixVariable other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException(
                    "MatrixVariable.matmul: expected a right factor [" + columns + ", *], but was " + other.shape());
        }
        int m = rows;
        int k = columns;
        int n = other.columns;
        double[] product = multiply(entries, other.entries, m, k, n);
        Argument left = new Argument(this, adjoint -> multiply(adjoint, transposed(other.entries, k, n), m, n, k));
        Argument right = new Argument(other, adjoint -> multiply(transposed(entries, m, k), adjoint, k, m, n));
        return tape.write(m, n, product, List.of(left, right));
    }

    /** Returns {@code Z = X^T;  dX = dZ^T}. */
    public MatrixVariable transpose() {
        Argument argument = new Argument(this, adjoint -> transposed(adjoint, columns, rows));
        return tape.write(columns, rows, transposed(entries, rows, columns), List.of(argument));
    }

    /** Returns {@code z = sum of all entries;  dX_ij = dz}. Shape of z: [1, 1]. */
    public MatrixVariable sum() {
        Argument argument = new Argument(this, adjoint -> filled(entries.length, adjoint[0]));
        return tape.write(1, 1, new double[] {Arrays.stream(entries).sum()}, List.of(argument));
    }

    /** Returns {@code z = sum of all entries / (rows columns)}. Shape of z: [1, 1]. */
    public MatrixVariable mean() {
        return sum().times(1.0 / entries.length);
    }

    /** Sums each row: {@code z_i = sum_j X_ij;  dX_ij = dz_i}. Shape of z: [rows, 1]. */
    public MatrixVariable sumEachRow() {
        MatrixVariable ones = tape.write(columns, 1, filled(columns, 1), List.of());
        return matmul(ones);
    }

    /** Sums each column: {@code z_j = sum_i X_ij;  dX_ij = dz_j}. Shape of z: [1, columns]. */
    public MatrixVariable sumEachColumn() {
        MatrixVariable ones = tape.write(1, rows, filled(rows, 1), List.of());
        return ones.matmul(this);
    }

    /** Returns {@code Z = e^X;  dX = dZ o Z}. */
    public MatrixVariable exp() {
        return map(Math::exp, Math::exp);
    }

    /** Returns {@code Z = ln X;  dX = dZ / X}. */
    public MatrixVariable log() {
        return map(Math::log, x -> 1 / x);
    }

    /** Returns {@code Z = tanh X;  dX = dZ o (1 - Z o Z)}. */
    public MatrixVariable tanh() {
        return map(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));
    }

    /** Returns {@code Z = 1 / (1 + e^-X);  dX = dZ o Z o (1 - Z)}. */
    public MatrixVariable sigmoid() {
        DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
        return map(sigmoid, x -> sigmoid.applyAsDouble(x) * (1 - sigmoid.applyAsDouble(x)));
    }

    /** Returns {@code Z = max(X, 0);  dX = dZ where X > 0, else 0}. */
    public MatrixVariable relu() {
        return map(x -> Math.max(x, 0), x -> x > 0 ? 1 : 0);
    }

    /** Returns {@code Z = X^p entry by entry, p constant;  dX = dZ o p X^(p-1)}. */
    public MatrixVariable power(double exponent) {
        return map(x -> Math.pow(x, exponent), x -> exponent == 0 ? 0 : exponent * Math.pow(x, exponent - 1));
    }

    private MatrixVariable map(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        double[] mapped = new double[entries.length];
        Arrays.setAll(mapped, i -> f.applyAsDouble(entries[i]));
        Argument argument = new Argument(this, adjoint -> {
            double[] result = new double[adjoint.length];
            Arrays.setAll(result, i -> adjoint[i] * slope.applyAsDouble(entries[i]));
            return result;
        });
        return tape.write(rows, columns, mapped, List.of(argument));
    }

    double entry(int i, int j) {
        return entries[(rows == 1 ? 0 : i) * columns + (columns == 1 ? 0 : j)];
    }

    private static double[] filled(int length, double value) {
        double[] array = new double[length];
        Arrays.fill(array, value);
        return array;
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        double[] transposed = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = a[i * columns + j];
            }
        }
        return transposed;
    }

    /** Returns the product of a [m, k] and b [k, n]. */
    private static double[] multiply(double[] a, double[] b, int m, int k, int n) {
        double[] product = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += a[i * k + l] * b[l * n + j];
                }
            }
        }
        return product;
    }
}
