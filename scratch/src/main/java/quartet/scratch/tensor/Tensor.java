package quartet.scratch.tensor;

import java.util.Arrays;

/**
 * A block of numbers with a shape, stored row by row: the last index runs fastest.
 *
 * <pre>{@code element (i, j, k) of shape [I, J, K] stands at flat index (i J + j) K + k }</pre>
 *
 * <p>The array behind a tensor may be longer than its {@link #size()}. That is what makes {@link #reuse} possible: a
 * layer keeps one tensor for its output and only changes its shape when a smaller batch comes, so that training does
 * not produce garbage.
 *
 * <p>Not safe for use by several threads at once.
 */
public abstract sealed class Tensor permits FloatTensor, DoubleTensor, IntTensor {
    private int[] shape;
    private int size;

    Tensor(int[] shape, int capacity) {
        this.shape = shape.clone();
        this.size = Shapes.sizeOf(shape);
        requireCapacity(capacity);
    }

    /** A tensor of shape [0]: what a layer holds before its first call. Each call gives a new one. */
    public static Tensor none() {
        return FloatTensor.zeros(0);
    }

    /** Whether this is still the empty tensor of {@link #none}. */
    public final boolean isNone() {
        return shape.length == 1 && size == 0;
    }

    /** The number of dimensions. */
    public final int rank() {
        return shape.length;
    }

    /** The extent of one axis, the first being 0. */
    public final int dimension(int axis) {
        return shape[axis];
    }

    /** A copy of the shape. */
    public final int[] shape() {
        return shape.clone();
    }

    /** The number of elements: the product of the shape. */
    public final int size() {
        return size;
    }

    /** Whether the shape is the given one; {@link Shapes#ANY} matches any extent. */
    public final boolean hasShape(int... expected) {
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

    /** Whether both have the same shape. */
    public final boolean sameShape(Tensor other) {
        return Arrays.equals(shape, other.shape);
    }

    /** How many numbers the array behind this tensor holds: at least {@link #size()}. */
    public abstract int capacity();

    /** The element at a flat index in 0..size-1. */
    public abstract double get(int index);

    /** Replaces the element at a flat index, rounding to this precision. */
    public abstract void set(int index, double value);

    /** Adds to the element at a flat index, rounding to this precision. */
    public abstract void add(int index, double value);

    /** Sets every element. */
    public abstract void fill(double value);

    /** A tensor of another shape on the same numbers: what is written to one is seen in the other. */
    public abstract Tensor view(int... newShape);

    /** A new tensor of zeros, of the same type as this one. */
    public abstract Tensor like(int... newShape);

    /** The type of the numbers, such as FLOAT32. */
    abstract String type();

    /** A new tensor with the same precision, shape and numbers. */
    public final Tensor copy() {
        Tensor copy = like(shape);
        copy.copyFrom(this);
        return copy;
    }

    /**
     * Takes over the numbers of another tensor of the same shape, converting the precision where it differs.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public final void copyFrom(Tensor other) {
        if (!sameShape(other)) {
            throw Shapes.mismatch("Tensor.copyFrom", Arrays.toString(shape), other);
        }
        copyRange(0, other, 0, size);
    }

    /** Takes over {@code count} numbers of another tensor, from its flat index on, at this tensor's flat index. */
    public abstract void copyRange(int index, Tensor source, int sourceIndex, int count);

    /**
     * A tensor of this precision and the given shape, with undefined contents: {@code old} itself, given a new shape if
     * need be, whenever its precision and capacity allow that; otherwise a new one.
     *
     * <pre>{@code output = input.reuse(output, batch, outputs); }</pre>
     */
    public final Tensor reuse(Tensor old, int... newShape) {
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

    /** As {@link #reuse(Tensor, int...)}, with the shape of this tensor. */
    public final Tensor reuse(Tensor old) {
        return reuse(old, shape);
    }

    /** Type and shape, such as {@code FLOAT32[64, 128]}; not the numbers. */
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
