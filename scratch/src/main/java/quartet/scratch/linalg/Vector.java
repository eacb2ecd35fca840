package quartet.scratch.linalg;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import quartet.scratch.argument.Require;

/**
 * An immutable vector of double-precision numbers.
 *
 * <p>A vector is a view of an array with an offset and a stride. Therefore a row, a column or the diagonal of a
 * {@link Matrix} is a vector without a copy. Views share their array, which is safe because vectors are immutable.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations (4th edition), section 1.1; Strang, Introduction to Linear
 * Algebra, chapter 1.
 */
public final class Vector {

    private final double[] data;
    private final int offset;
    private final int stride;
    private final int size;

    /** Creates a view of the given array without a copy. The caller must not write to the array afterwards. */
    Vector(double[] data, int offset, int stride, int size) {
        this.data = data;
        this.offset = offset;
        this.stride = stride;
        this.size = size;
    }

    /** Returns a vector with a copy of the given values. Without values the vector is empty. */
    public static Vector of(double... values) {
        return wrap(values.clone());
    }

    static Vector wrap(double[] values) {
        return new Vector(values, 0, 1, values.length);
    }

    /**
     * Returns the zero vector.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public static Vector zeros(int size) {
        return generate(size, i -> 0);
    }

    /**
     * Returns the unit vector {@code e_i}, which is one at the index and zero elsewhere.
     *
     * @throws IllegalArgumentException if the index is not in [0, size)
     */
    public static Vector basis(int size, int index) {
        Require.index("Vector.basis", "index", index, size);
        return generate(size, i -> i == index ? 1 : 0);
    }

    /**
     * Returns the vector whose entry i is the value of the function at i.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public static Vector generate(int size, IntToDoubleFunction entry) {
        Require.notNull("Vector.generate", "entry", entry);
        Require.that(size >= 0, "Vector: expected a size of at least 0, but was %d", size);
        double[] values = new double[size];
        Arrays.setAll(values, entry);
        return wrap(values);
    }

    /** Returns the number of entries. */
    public int size() {
        return size;
    }

    /**
     * Returns the entry at the index, counted from 0.
     *
     * @throws IllegalArgumentException if the index is not in [0, size)
     */
    public double get(int index) {
        if (index < 0 || index >= size) {
            Require.index("Vector.get", "index", index, size);
        }
        return data[offset + index * stride];
    }

    /**
     * Returns a range of entries as a view. The range includes {@code from} and excludes {@code to}.
     *
     * @throws IllegalArgumentException unless 0 &lt;= from &lt;= to &lt;= size
     */
    public Vector slice(int from, int to) {
        Require.range("Vector.slice", "entries", from, to, size);
        return new Vector(data, offset + from * stride, stride, to - from);
    }

    /**
     * Returns the sum {@code x + y}.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public Vector plus(Vector other) {
        RequireMatrix.size("Vector.plus", size, other);
        return generate(size, i -> get(i) + other.get(i));
    }

    /**
     * Returns the difference {@code x - y}.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public Vector minus(Vector other) {
        RequireMatrix.size("Vector.minus", size, other);
        return generate(size, i -> get(i) - other.get(i));
    }

    /** Returns the vector multiplied by a number. */
    public Vector scale(double factor) {
        return map(value -> factor * value);
    }

    /**
     * Returns the entrywise (Hadamard) product.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public Vector hadamard(Vector other) {
        RequireMatrix.size("Vector.hadamard", size, other);
        return generate(size, i -> get(i) * other.get(i));
    }

    /**
     * Returns the inner product.
     * <pre>{@code x^T y = x_0 y_0 + ... + x_{n-1} y_{n-1}}</pre>
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public double dot(Vector other) {
        RequireMatrix.size("Vector.dot", size, other);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += data[offset + i * stride] * other.data[other.offset + i * other.stride];
        }
        return sum;
    }

    /**
     * Returns the outer product, a matrix [m, n] of rank at most one.
     * <pre>{@code (x y^T)_ij = x_i y_j}</pre>
     */
    public Matrix outer(Vector other) {
        return Matrix.generate(size, other.size, (i, j) -> get(i) * other.get(j));
    }

    /** Returns the vector obtained by applying the function to every entry. */
    public Vector map(DoubleUnaryOperator function) {
        return generate(size, i -> function.applyAsDouble(get(i)));
    }

    /** Returns the sum of the entries, 0 for an empty vector. */
    public double sum() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += get(i);
        }
        return sum;
    }

    /**
     * Returns the unit vector in the same direction, {@code x / ||x||_2}.
     *
     * @throws IllegalArgumentException if the norm is zero or not finite
     */
    public Vector normalized() {
        double norm = Norms.two(this);
        Require.that(
                norm > 0 && Double.isFinite(norm),
                "Vector.normalized: expected a finite norm above zero, but was %s",
                norm);
        return map(value -> value / norm);
    }

    /** Returns a copy of the entries. */
    public double[] toArray() {
        double[] values = new double[size];
        Arrays.setAll(values, this::get);
        return values;
    }

    /** Compares sizes and entries. As in {@link Double#equals}, NaN equals NaN and 0.0 does not equal -0.0. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(toArray(), vector.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toArray());
    }

    /** Returns the entries in brackets, such as {@code [1.0, 2.0]}. */
    @Override
    public String toString() {
        return Arrays.toString(toArray());
    }
}
