package quartet.scratch.tensor;

import java.util.Arrays;
import quartet.scratch.argument.Require;

/** A tensor of 32-bit floating-point numbers. */
public final class FloatTensor extends Tensor {
    private final float[] data;

    private FloatTensor(float[] data, int[] shape) {
        super(shape, data.length);
        this.data = data;
    }

    /** Returns a new tensor of zeros. */
    public static FloatTensor zeros(int... shape) {
        Require.notNull("FloatTensor", "shape", shape);
        return new FloatTensor(new float[Shapes.sizeOf(shape)], shape);
    }

    /**
     * Returns a tensor that uses the given array without copying it.
     *
     * @throws IllegalArgumentException if the length of the array is not the size of the shape
     */
    public static FloatTensor of(float[] data, int... shape) {
        Require.notNull("FloatTensor", "data", data);
        Require.notNull("FloatTensor", "shape", shape);
        if (data.length != Shapes.sizeOf(shape)) {
            throw new IllegalArgumentException("FloatTensor: expected " + Shapes.sizeOf(shape) + " numbers for shape "
                    + Arrays.toString(shape) + ", but was " + data.length);
        }
        return new FloatTensor(data, shape);
    }

    /** Returns the array itself. Only its first {@link #size()} elements belong to the tensor. */
    public float[] data() {
        return data;
    }

    @Override
    public FloatTensor like(int... newShape) {
        Require.notNull("FloatTensor", "new shape", newShape);
        return zeros(newShape);
    }

    @Override
    String type() {
        return "FLOAT32";
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
        data[index] = (float) value;
    }

    @Override
    public void add(int index, double value) {
        data[index] = (float) (data[index] + value);
    }

    @Override
    public void fill(double value) {
        Arrays.fill(data, 0, size(), (float) value);
    }

    @Override
    public void copyRange(int index, Tensor source, int sourceIndex, int count) {
        Require.notNull("FloatTensor", "source", source);
        if (source instanceof FloatTensor same) {
            System.arraycopy(same.data, sourceIndex, data, index, count);
        } else {
            for (int i = 0; i < count; i++) {
                data[index + i] = (float) source.get(sourceIndex + i);
            }
        }
    }

    @Override
    public Tensor view(int... newShape) {
        Require.notNull("FloatTensor", "new shape", newShape);
        if (Shapes.sizeOf(newShape) != size()) {
            throw Shapes.mismatch("Tensor.view", "a shape of the size of " + Arrays.toString(newShape), this);
        }
        return new FloatTensor(data, newShape);
    }
}
