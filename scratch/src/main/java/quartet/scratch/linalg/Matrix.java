package quartet.scratch.linalg;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * An immutable matrix [rows, columns] of double-precision numbers.
 *
 * <p>The entries are stored in one array in row-major order: entry (i, j) of an [m, n] matrix is at index
 * {@code i n + j}. A matrix is a view of such an array with an offset, a row stride and a column stride. Therefore the
 * transpose only swaps the strides and a block only changes the offset. Views share their array, which is safe because
 * matrices are immutable.
 *
 * <p>Matrices without rows or without columns are allowed; empty sums are zero. All methods throw
 * IllegalArgumentException if the shapes of their arguments do not match, a dimension is negative, or an index is out
 * of range.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations (4th edition), sections 1.1 and 1.2.
 */
public final class Matrix {

    /** An entry as a function of its row and column, both counted from 0. */
    @FunctionalInterface
    public interface Entry {
        /** Returns the value at row i and column j. */
        double at(int i, int j);
    }

    private final double[] data;
    private final int offset;
    private final int rowStride;
    private final int columnStride;
    private final int rows;
    private final int columns;

    private Matrix(double[] data, int offset, int rowStride, int columnStride, int rows, int columns) {
        this.data = data;
        this.offset = offset;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        this.rows = rows;
        this.columns = columns;
    }

    /** Returns a matrix with a copy of the given rows. Without rows the result is 0x0; see {@link #ofRows}. */
    public static Matrix of(double[]... values) {
        return ofRows(values, values.length == 0 ? 0 : values[0].length);
    }

    /** Returns a matrix with a copy of the given rows. Without rows the result has the given number of columns. */
    public static Matrix ofRows(double[][] values, int columns) {
        for (int i = 0; i < values.length; i++) {
            Require.that(
                    values[i].length == columns,
                    "Matrix: expected rows of length %d, but row %d has length %d",
                    columns,
                    i,
                    values[i].length);
        }
        return generate(values.length, columns, (i, j) -> values[i][j]);
    }

    /**
     * Returns the matrix [rows, columns] with a copy of the given row-major values.
     */
    public static Matrix ofRowMajor(int rows, int columns, double... values) {
        Require.that(
                rows >= 0 && columns >= 0 && values.length == (long) rows * columns,
                "Matrix: expected %d x %d values, but there are %d",
                rows,
                columns,
                values.length);
        return new Matrix(values.clone(), 0, columns, 1, rows, columns);
    }

    /**
     * Returns the matrix whose entry (i, j) is the function's value.
     *
     * @throws IllegalArgumentException if a dimension is negative, or there are more than 2^31 - 1 entries
     */
    public static Matrix generate(int rows, int columns, Entry entry) {
        Require.that(
                rows >= 0 && columns >= 0, "Matrix: expected dimensions of at least 0, but was %dx%d", rows, columns);
        double[] values = allocate(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = entry.at(i, j);
            }
        }
        return new Matrix(values, 0, columns, 1, rows, columns);
    }

    private static double[] allocate(int rows, int columns) {
        Require.that(
                (long) rows * columns <= Integer.MAX_VALUE,
                "Matrix: expected at most %d entries, but was %dx%d",
                Integer.MAX_VALUE,
                rows,
                columns);
        return new double[rows * columns];
    }

    /** Returns the zero matrix [rows, columns]. */
    public static Matrix zeros(int rows, int columns) {
        return generate(rows, columns, (i, j) -> 0);
    }

    /** Returns the identity matrix [size, size]. */
    public static Matrix identity(int size) {
        return generate(size, size, (i, j) -> i == j ? 1 : 0);
    }

    /** Returns the square matrix with the given diagonal and zeros elsewhere. */
    public static Matrix diagonal(Vector entries) {
        return generate(entries.size(), entries.size(), (i, j) -> i == j ? entries.get(i) : 0);
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns. */
    public int columns() {
        return columns;
    }

    /** Returns the shape as text, such as {@code 3x2}. */
    public String shape() {
        return rows + "x" + columns;
    }

    /** Returns the entry in row i and column j, both counted from 0. */
    public double get(int i, int j) {
        if (i < 0 || i >= rows || j < 0 || j >= columns) {
            Require.index("Matrix.get", "row", i, rows);
            Require.index("Matrix.get", "column", j, columns);
        }
        return data[offset + i * rowStride + j * columnStride];
    }

    /** Returns row i as a view of size columns. */
    public Vector row(int i) {
        Require.index("Matrix.row", "row", i, rows);
        return new Vector(data, offset + i * rowStride, columnStride, columns);
    }

    /** Returns column j as a view of size rows. */
    public Vector column(int j) {
        Require.index("Matrix.column", "column", j, columns);
        return new Vector(data, offset + j * columnStride, rowStride, rows);
    }

    /** Returns the main diagonal as a view of size min(rows, columns). */
    public Vector diagonal() {
        return new Vector(data, offset, rowStride + columnStride, Math.min(rows, columns));
    }

    /** Returns the transpose {@code (A^T)_ij = A_ji} as a view [columns, rows]. */
    public Matrix transpose() {
        return new Matrix(data, offset, columnStride, rowStride, columns, rows);
    }

    /**
     * Returns a block as a view. The ranges of rows and columns include {@code from} and exclude {@code to}.
     */
    public Matrix block(int fromRow, int toRow, int fromColumn, int toColumn) {
        Require.range("Matrix.block", "rows", fromRow, toRow, rows);
        Require.range("Matrix.block", "columns", fromColumn, toColumn, columns);
        int start = offset + fromRow * rowStride + fromColumn * columnStride;
        return new Matrix(data, start, rowStride, columnStride, toRow - fromRow, toColumn - fromColumn);
    }

    /** Returns the sum {@code A + B}. */
    public Matrix plus(Matrix other) {
        requireSameShape("Matrix.plus", other);
        return generate(rows, columns, (i, j) -> get(i, j) + other.get(i, j));
    }

    /** Returns the difference {@code A - B}. */
    public Matrix minus(Matrix other) {
        requireSameShape("Matrix.minus", other);
        return generate(rows, columns, (i, j) -> get(i, j) - other.get(i, j));
    }

    /** Returns the entrywise (Hadamard) product. */
    public Matrix hadamard(Matrix other) {
        requireSameShape("Matrix.hadamard", other);
        return generate(rows, columns, (i, j) -> get(i, j) * other.get(i, j));
    }

    /** Returns the matrix multiplied by a number. */
    public Matrix scale(double factor) {
        return map(value -> factor * value);
    }

    /** Returns the matrix with the vector added to every row (broadcast). */
    public Matrix plusRow(Vector row) {
        RequireMatrix.size("Matrix.plusRow", columns, row);
        return generate(rows, columns, (i, j) -> get(i, j) + row.get(j));
    }

    /** Returns the matrix with the vector added to every column (broadcast). */
    public Matrix plusColumn(Vector column) {
        RequireMatrix.size("Matrix.plusColumn", rows, column);
        return generate(rows, columns, (i, j) -> get(i, j) + column.get(i));
    }

    /** Returns the matrix obtained by applying the function to every entry. */
    public Matrix map(DoubleUnaryOperator function) {
        return generate(rows, columns, (i, j) -> function.applyAsDouble(get(i, j)));
    }

    /**
     * Returns the matrix-vector product, a linear combination of the columns of A.
     * <pre>{@code (A x)_i = sum_j A_ij x_j}</pre>
     * Shapes: A [m, n], x [n], result [m].
     */
    public Vector times(Vector x) {
        RequireMatrix.size("Matrix.times", columns, x);
        return Vector.generate(rows, i -> row(i).dot(x));
    }

    /**
     * Returns the matrix product.
     * <pre>{@code (A B)_ij = sum_k A_ik B_kj}</pre>
     * Shapes: A [m, k], B [k, n], result [m, n].
     */
    public Matrix times(Matrix other) {
        RequireMatrix.rows("Matrix.times", columns, other);
        int n = other.columns;
        double[] product = allocate(rows, n);
        MatrixProduct.add(rowMajor(), other.rowMajor(), product, rows, columns, n);
        return new Matrix(product, 0, n, 1, rows, n);
    }

    /** Returns the row-major entries, without a copy if they are stored that way. Callers must not write to them. */
    private double[] rowMajor() {
        boolean stored = offset == 0 && columnStride == 1 && rowStride == columns && data.length == rows * columns;
        return stored ? data : toRowMajor();
    }

    /** Returns a copy of the entries in row-major order. */
    public double[] toRowMajor() {
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            int start = offset + i * rowStride;
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = data[start + j * columnStride];
            }
        }
        return values;
    }

    /** Returns a copy of the entries as an array of rows. */
    public double[][] toRows() {
        double[][] values = new double[rows][];
        Arrays.setAll(values, i -> row(i).toArray());
        return values;
    }

    /** Compares shapes and entries. Entries are compared as by {@link Double#equals}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix
                && rows == matrix.rows
                && columns == matrix.columns
                && Arrays.deepEquals(toRows(), matrix.toRows());
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.deepHashCode(toRows());
    }

    /** Returns the shape and the rows, such as {@code 2x1[[1.0], [2.0]]}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", shape() + "[", "]");
        for (int i = 0; i < rows; i++) {
            text.add(row(i).toString());
        }
        return text.toString();
    }

    private void requireSameShape(String caller, Matrix other) {
        Require.that(
                rows == other.rows && columns == other.columns,
                "%s: expected a %s matrix, but was %s",
                caller,
                shape(),
                other.shape());
    }
}
