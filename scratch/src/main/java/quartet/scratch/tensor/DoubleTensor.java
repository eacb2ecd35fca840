package quartet.scratch.tensor;

import java.util.Arrays;
import quartet.scratch.argument.Require;

/** A tensor of 64-bit floating-point numbers. */
public final class DoubleTensor extends Tensor {
    private final double[] data;

    private DoubleTensor(double[] data, int[] shape) {
        super(shape, data.length);
        this.data = data;
    }

    /** Returns a new tensor of zeros. */
    public static DoubleTensor zeros(int... shape) {
        Require.notNull("DoubleTensor", "shape", shape);
        return new DoubleTensor(new double[Shapes.sizeOf(shape)], shape);
    }

    /**
     * Returns a tensor that uses the given array without copying it.
     *
     * @throws IllegalArgumentException if the length of the array is not the size of the shape
     */
    public static DoubleTensor of(double[] data, int... shape) {
        Require.notNull("DoubleTensor", "data", data);
        Require.notNull("DoubleTensor", "shape", shape);
        if (data.length != Shapes.sizeOf(shape)) {
            throw new IllegalArgumentException("DoubleTensor: expected " + Shapes.sizeOf(shape) + " numbers for shape "
                    + Arrays.toString(shape) + ", but was " + data.length);
        }
        return new DoubleTensor(data, shape);
    }

    /** Returns the array itself. Only its first {@link #size()} elements belong to the tensor. */
    public double[] data() {
        return data;
    }

    @Override
    public DoubleTensor like(int... newShape) {
        Require.notNull("DoubleTensor", "new shape", newShape);
        return zeros(newShape);
    }

    @Override
    String type() {
        return "FLOAT64";
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
        data[index] = value;
    }

    @Override
    public void add(int index, double value) {
        data[index] += value;
    }

    @Override
    public void fill(double value) {
        Arrays.fill(data, 0, size(), value);
    }

    @Override
    public void copyRange(int index, Tensor source, int sourceIndex, int count) {
        Require.notNull("DoubleTensor", "source", source);
        if (source instanceof DoubleTensor same) {
            System.arraycopy(same.data, sourceIndex, data, index, count);
        } else {
            for (int i = 0; i < count; i++) {
                data[index + i] = source.get(sourceIndex + i);
            }
        }
    }

    @Override
    public Tensor view(int... newShape) {
        Require.notNull("DoubleTensor", "new shape", newShape);
        if (Shapes.sizeOf(newShape) != size()) {
            throw Shapes.mismatch("Tensor.view", "a shape of the size of " + Arrays.toString(newShape), this);
        }
        return new DoubleTensor(data, newShape);
    }
}
