package quartet.scratch.tensor;

import java.util.Arrays;
import quartet.scratch.argument.Require;

/**
 * An array of numbers with a shape, in row-major order: the last index varies fastest.
 *
 * <pre>{@code element (i, j, k) of shape [I, J, K] has the flat index (i J + j) K + k }</pre>
 *
 * <p>The array of a tensor may be longer than its {@link #size()}. This allows {@link #reuse}: a layer keeps one tensor
 * for its output and changes only the shape when a batch is smaller, so training allocates almost nothing.
 *
 * <p>Tensors are not safe for use by several threads at once.
 */
public abstract sealed class Tensor permits FloatTensor, DoubleTensor, IntTensor {
    private int[] shape;
    private int size;

    Tensor(int[] shape, int capacity) {
        this.shape = shape.clone();
        this.size = Shapes.sizeOf(shape);
        requireCapacity(capacity);
    }

    /** Returns a new empty tensor of shape [0]: the value of a layer's fields before its first call. */
    public static Tensor none() {
        return FloatTensor.zeros(0);
    }

    /** Returns whether this is an empty tensor such as {@link #none} returns. */
    public final boolean isNone() {
        return shape.length == 1 && size == 0;
    }

    /** Returns the number of dimensions. */
    public final int rank() {
        return shape.length;
    }

    /** Returns the extent of an axis; the first axis is 0. */
    public final int dimension(int axis) {
        return shape[axis];
    }

    /** Returns a copy of the shape. */
    public final int[] shape() {
        return shape.clone();
    }

    /** Returns the number of elements: the product of the shape. */
    public final int size() {
        return size;
    }

    /** Returns whether the shape is the given one; {@link Shapes#ANY} matches any extent. */
    public final boolean hasShape(int... expected) {
        Require.notNull("Tensor", "expected", expected);
        if (expected.length != shape.length) {
            return false;
        }
        for (int axis = 0; axis < shape.length; axis++) {
            if (expected[axis] != Shapes.ANY && expected[axis] != shape[axis]) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether both have the same shape. */
    public final boolean sameShape(Tensor other) {
        Require.notNull("Tensor", "other", other);
        return Arrays.equals(shape, other.shape);
    }

    /** Returns the length of the array, at least {@link #size()}. */
    public abstract int capacity();

    /** Returns the element at a flat index in 0..size-1. */
    public abstract double get(int index);

    /** Sets the element at a flat index, rounded to the type of this tensor. */
    public abstract void set(int index, double value);

    /** Adds to the element at a flat index, rounded to the type of this tensor. */
    public abstract void add(int index, double value);

    /** Sets every element. */
    public abstract void fill(double value);

    /**
     * Returns a tensor of another shape that shares the array of this one.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public abstract Tensor view(int... newShape);

    /** Returns a new tensor of zeros, of the same type as this one. */
    public abstract Tensor like(int... newShape);

    /** Returns the type of the numbers, such as FLOAT32. */
    abstract String type();

    /** Returns a new tensor of the same type and shape with the same numbers. */
    public final Tensor copy() {
        Tensor copy = like(shape);
        copy.copyFrom(this);
        return copy;
    }

    /**
     * Copies the numbers of another tensor of the same shape, converting their type if it differs.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public final void copyFrom(Tensor other) {
        Require.notNull("Tensor", "other", other);
        if (!sameShape(other)) {
            throw Shapes.mismatch("Tensor.copyFrom", Arrays.toString(shape), other);
        }
        copyRange(0, other, 0, size);
    }

    /** Copies {@code count} numbers of another tensor, from flat index {@code sourceIndex}, to flat index {@code index}. */
    public abstract void copyRange(int index, Tensor source, int sourceIndex, int count);

    /**
     * Returns a tensor of this type and the given shape, with undefined contents. It is {@code old} with a new shape if
     * its type and capacity allow it, otherwise a new tensor.
     *
     * <pre>{@code output = input.reuse(output, batch, outputs); }</pre>
     */
    public final Tensor reuse(Tensor old, int... newShape) {
        Require.notNull("Tensor", "old", old);
        Require.notNull("Tensor", "new shape", newShape);
        if (old.getClass() != getClass()) {
            return like(newShape);
        }
        if (!Arrays.equals(old.shape, newShape)) {
            int newSize = Shapes.sizeOf(newShape);
            if (newSize > old.capacity()) {
                return like(newShape);
            }
            old.shape = newShape.clone();
            old.size = newSize;
        }
        return old;
    }

    /** Returns a tensor of this type and shape, as {@link #reuse(Tensor, int...)} does. */
    public final Tensor reuse(Tensor old) {
        Require.notNull("Tensor", "old", old);
        return reuse(old, shape);
    }

    /** Returns type and shape without the numbers, such as {@code FLOAT32[64, 128]}. */
    @Override
    public final String toString() {
        return type() + Arrays.toString(shape);
    }

    private void requireCapacity(int capacity) {
        if (capacity < size) {
            throw new IllegalArgumentException("Tensor: expected at least " + size + " numbers for shape "
                    + Arrays.toString(shape) + ", but was " + capacity);
        }
    }
}
