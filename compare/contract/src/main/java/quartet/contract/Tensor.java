package quartet.contract;

import java.util.Arrays;

/** A row-major float32 array with a shape. The array is not copied, so receivers must not change it. */
public record Tensor(int[] shape, float[] data) {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if the size of the shape differs from the length of the data
     */
    public Tensor {
        if (size(shape) != data.length) {
            throw new IllegalArgumentException("Tensor: expected " + size(shape) + " numbers for "
                    + Arrays.toString(shape) + ", but were " + data.length);
        }
    }

    public static Tensor of(float[] data, int... shape) {
        return new Tensor(shape, data);
    }

    /** Returns a vector with one number for each row: [rows]. */
    public static Tensor vector(float... data) {
        return new Tensor(new int[] {data.length}, data);
    }

    public int dimension(int axis) {
        return shape[axis];
    }

    public int size() {
        return data.length;
    }

    /** Returns a transposed copy of a matrix: [rows, columns] to [columns, rows]. */
    public Tensor transposed() {
        if (shape.length != 2) {
            throw new IllegalArgumentException(
                    "Tensor: expected a matrix to transpose, but was " + Arrays.toString(shape));
        }
        int rows = shape[0];
        int columns = shape[1];
        float[] transposed = new float[data.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = data[i * columns + j];
            }
        }
        return of(transposed, columns, rows);
    }

    /** Returns the number of elements of a shape; 1 for the empty shape of a scalar. */
    public static int size(int[] shape) {
        int size = 1;
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException(
                        "Tensor: expected dimensions of 0 or more, but was " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, dimension);
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && Arrays.equals(shape, tensor.shape) && Arrays.equals(data, tensor.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
