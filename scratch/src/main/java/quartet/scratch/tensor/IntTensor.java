package quartet.scratch.tensor;

import java.util.Arrays;
import quartet.scratch.argument.Require;

/**
 * A tensor of whole numbers: class labels and token ids.
 *
 * <p>Layers look these numbers up and do not calculate with them. {@link #set}, {@link #add} and {@link #fill} throw
 * an IllegalArgumentException for a number that is not an int.
 */
public final class IntTensor extends Tensor {
    private final int[] data;

    private IntTensor(int[] data, int[] shape) {
        super(shape, data.length);
        this.data = data;
    }

    /** Returns a new tensor of zeros. */
    public static IntTensor zeros(int... shape) {
        Require.notNull("IntTensor", "shape", shape);
        return new IntTensor(new int[Shapes.sizeOf(shape)], shape);
    }

    /**
     * Returns a tensor that uses the given array without copying it.
     *
     * @throws IllegalArgumentException if the length of the array is not the size of the shape
     */
    public static IntTensor of(int[] data, int... shape) {
        Require.notNull("IntTensor", "data", data);
        Require.notNull("IntTensor", "shape", shape);
        if (data.length != Shapes.sizeOf(shape)) {
            throw new IllegalArgumentException("IntTensor: expected " + Shapes.sizeOf(shape) + " numbers for shape "
                    + Arrays.toString(shape) + ", but was " + data.length);
        }
        return new IntTensor(data, shape);
    }

    /** Returns class labels [n] that use the given array without copying it. */
    public static IntTensor labels(int... labels) {
        Require.notNull("IntTensor", "labels", labels);
        return new IntTensor(labels, new int[] {labels.length});
    }

    /** Returns the array itself. Only its first {@link #size()} elements belong to the tensor. */
    public int[] data() {
        return data;
    }

    /**
     * Checks that every element is an index in 0..limit-1.
     *
     * @param what the elements, for the message
     * @throws IllegalArgumentException if one is not
     */
    public void requireIndices(String what, int limit) {
        Require.notNull("IntTensor", "what", what);
        for (int i = 0; i < size(); i++) {
            if (data[i] < 0 || data[i] >= limit) {
                throw new IllegalArgumentException(what + ": expected a number in 0.." + (limit - 1) + ", but was "
                        + data[i] + " at position " + i + " of " + this);
            }
        }
    }

    @Override
    public IntTensor like(int... newShape) {
        Require.notNull("IntTensor", "new shape", newShape);
        return zeros(newShape);
    }

    @Override
    String type() {
        return "INT32";
    }

    @Override
    public int capacity() {
        return data.length;
    }

    @Override
    public double get(int index) {
        return data[index];
    }

    @Override
    public void set(int index, double value) {
        data[index] = whole(value);
    }

    @Override
    public void add(int index, double value) {
        data[index] = whole(data[index] + value);
    }

    @Override
    public void fill(double value) {
        Arrays.fill(data, 0, size(), whole(value));
    }

    @Override
    public void copyRange(int index, Tensor source, int sourceIndex, int count) {
        Require.notNull("IntTensor", "source", source);
        if (source instanceof IntTensor same) {
            System.arraycopy(same.data, sourceIndex, data, index, count);
        } else {
            for (int i = 0; i < count; i++) {
                data[index + i] = whole(source.get(sourceIndex + i));
            }
        }
    }

    @Override
    public Tensor view(int... newShape) {
        Require.notNull("IntTensor", "new shape", newShape);
        if (Shapes.sizeOf(newShape) != size()) {
            throw Shapes.mismatch("Tensor.view", "a shape of the size of " + Arrays.toString(newShape), this);
        }
        return new IntTensor(data, newShape);
    }

    private static int whole(double value) {
        if (value != (int) value) {
            throw new IllegalArgumentException("IntTensor: expected an int, but was " + value);
        }
        return (int) value;
    }
}
