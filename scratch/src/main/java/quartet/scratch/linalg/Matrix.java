package quartet.scratch.linalg;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.DoubleUnaryOperator;
import quartet.scratch.argument.Require;

/**
 * A matrix [rows, columns] of real numbers, double precision, immutable.
 *
 * <p>The entries stand in one array, row after row: entry (i, j) of an [m, n] matrix is at {@code i n + j}. A matrix is
 * a window on such an array, with one step to the next row and another to the next column. So the transpose only swaps
 * the steps, a block only moves the start, and both share the entries, which is safe because nothing can be written to.
 *
 * <p>Matrices without rows or without columns are allowed, and sums over nothing are zero.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations (4th edition), sections 1.1 and 1.2.
 */
public final class Matrix {

    /** An entry as a function of its row and column, both counted from 0. */
    @FunctionalInterface
    public interface Entry {
        /** The value at row i and column j. */
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

    /**
     * The matrix of these rows, copied. No rows make the 0x0 matrix; {@link #zeros} makes a 0xn one.
     *
     * @throws IllegalArgumentException if the rows have different lengths
     */
    public static Matrix of(double[]... values) {
        return ofRows(values, values.length == 0 ? 0 : values[0].length);
    }

    /** As {@link #of}; the columns are named because an array without rows does not know them. */
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
     * The matrix [rows, columns] of these values, given row after row; the array is copied.
     *
     * @throws IllegalArgumentException if there are not rows times columns of them
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
     * The matrix whose entry (i, j) is the function's value.
     *
     * @throws IllegalArgumentException if a dimension is negative
     */
    public static Matrix generate(int rows, int columns, Entry entry) {
        Require.that(
                rows >= 0 && columns >= 0, "Matrix: expected dimensions of at least 0, but was %dx%d", rows, columns);
        double[] values = new double[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = entry.at(i, j);
            }
        }
        return new Matrix(values, 0, columns, 1, rows, columns);
    }

    /** The zero matrix [rows, columns]; a negative dimension is an IllegalArgumentException. */
    public static Matrix zeros(int rows, int columns) {
        return generate(rows, columns, (i, j) -> 0);
    }

    /** The identity matrix [size, size]; a negative size is an IllegalArgumentException. */
    public static Matrix identity(int size) {
        return generate(size, size, (i, j) -> i == j ? 1 : 0);
    }

    /** The square matrix with these entries on the diagonal and zero elsewhere. */
    public static Matrix diagonal(Vector entries) {
        return generate(entries.size(), entries.size(), (i, j) -> i == j ? entries.get(i) : 0);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The shape in words, such as {@code 3x2}. */
    public String shape() {
        return rows + "x" + columns;
    }

    /**
     * The entry in row i and column j, both counted from 0.
     *
     * @throws IllegalArgumentException if there is no such row or column
     */
    public double get(int i, int j) {
        if (i < 0 || i >= rows || j < 0 || j >= columns) {
            Require.index("Matrix.get", "row", i, rows);
            Require.index("Matrix.get", "column", j, columns);
        }
        return data[offset + i * rowStride + j * columnStride];
    }

    /** Row i, a view of size columns; an index that is out of range is an IllegalArgumentException. */
    public Vector row(int i) {
        Require.index("Matrix.row", "row", i, rows);
        return new Vector(data, offset + i * rowStride, columnStride, columns);
    }

    /** Column j, a view of size rows; an index that is out of range is an IllegalArgumentException. */
    public Vector column(int j) {
        Require.index("Matrix.column", "column", j, columns);
        return new Vector(data, offset + j * columnStride, rowStride, rows);
    }

    /** The entries (i, i), a view of size min(rows, columns). */
    public Vector diagonal() {
        return new Vector(data, offset, rowStride + columnStride, Math.min(rows, columns));
    }

    /** The transpose {@code (A^T)_ij = A_ji}, a view [columns, rows]. */
    public Matrix transpose() {
        return new Matrix(data, offset, columnStride, rowStride, columns, rows);
    }

    /**
     * The block of the given rows and columns, each from (inclusive) to (exclusive), as a view.
     *
     * @throws IllegalArgumentException unless 0 &lt;= from &lt;= to &lt;= the number of rows or columns
     */
    public Matrix block(int fromRow, int toRow, int fromColumn, int toColumn) {
        Require.range("Matrix.block", "rows", fromRow, toRow, rows);
        Require.range("Matrix.block", "columns", fromColumn, toColumn, columns);
        int start = offset + fromRow * rowStride + fromColumn * columnStride;
        return new Matrix(data, start, rowStride, columnStride, toRow - fromRow, toColumn - fromColumn);
    }

    /** The sum {@code A + B}; different shapes are an IllegalArgumentException. */
    public Matrix plus(Matrix other) {
        requireSameShape("Matrix.plus", other);
        return generate(rows, columns, (i, j) -> get(i, j) + other.get(i, j));
    }

    /** The difference {@code A - B}; different shapes are an IllegalArgumentException. */
    public Matrix minus(Matrix other) {
        requireSameShape("Matrix.minus", other);
        return generate(rows, columns, (i, j) -> get(i, j) - other.get(i, j));
    }

    /** The entrywise (Hadamard) product; different shapes are an IllegalArgumentException. */
    public Matrix hadamard(Matrix other) {
        requireSameShape("Matrix.hadamard", other);
        return generate(rows, columns, (i, j) -> get(i, j) * other.get(i, j));
    }

    /** The multiple {@code factor A}. */
    public Matrix scale(double factor) {
        return map(value -> factor * value);
    }

    /** The vector, of size columns, added to every row (broadcast); another size is an IllegalArgumentException. */
    public Matrix plusRow(Vector row) {
        RequireMatrix.size("Matrix.plusRow", columns, row);
        return generate(rows, columns, (i, j) -> get(i, j) + row.get(j));
    }

    /** The vector, of size rows, added to every column (broadcast); another size is an IllegalArgumentException. */
    public Matrix plusColumn(Vector column) {
        RequireMatrix.size("Matrix.plusColumn", rows, column);
        return generate(rows, columns, (i, j) -> get(i, j) + column.get(i));
    }

    /** The matrix of the function's values at the entries. */
    public Matrix map(DoubleUnaryOperator function) {
        return generate(rows, columns, (i, j) -> function.applyAsDouble(get(i, j)));
    }

    /**
     * The product with a column vector: the columns of A, combined with the weights x.
     * <pre>{@code (A x)_i = sum_j A_ij x_j}</pre>
     * Shapes: A [m, n], x [n], result [m].
     *
     * @throws IllegalArgumentException if x is not of size n
     */
    public Vector times(Vector x) {
        RequireMatrix.size("Matrix.times", columns, x);
        return Vector.generate(rows, i -> row(i).dot(x));
    }

    /**
     * The product of two matrices, the composition of the two linear maps.
     * <pre>{@code (A B)_ij = sum_k A_ik B_kj}</pre>
     * Shapes: A [m, k], B [k, n], result [m, n]. The loops run over i, k, j (Golub and Van Loan, section 1.1.11): the
     * innermost one adds a multiple of a row to a row, and goes through both in the order in which they are stored.
     *
     * @throws IllegalArgumentException if B does not have k rows
     */
    public Matrix times(Matrix other) {
        RequireMatrix.rows("Matrix.times", columns, other);
        Matrix right = other.columnStride == 1 ? other : other.map(DoubleUnaryOperator.identity());
        int n = right.columns;
        double[] product = new double[Math.multiplyExact(rows, n)];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                double factor = data[offset + i * rowStride + k * columnStride];
                int start = right.offset + k * right.rowStride;
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += factor * right.data[start + j];
                }
            }
        }
        return new Matrix(product, 0, n, 1, rows, n);
    }

    /** A copy of the entries as an array of rows. */
    public double[][] toRows() {
        double[][] values = new double[rows][];
        Arrays.setAll(values, i -> row(i).toArray());
        return values;
    }

    /** Equal if the shapes and all entries are; entries compare as in {@link Double#equals}. */
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

    /** The shape and the rows, such as {@code 2x1[[1.0], [2.0]]}. */
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
