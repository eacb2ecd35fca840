package quartet.djl.tensorflow.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * Copies examples to arrays of TensorFlow through one direct buffer. DJL itself allocates a buffer for every array and
 * leaves it to the garbage collector, which does not account for memory outside the heap. Not thread-safe.
 */
public final class ExampleArrays {
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    /**
     * Returns features in TensorFlow's layout: a table [rows, columns], token ids [rows, length], or images [rows,
     * height, width, channels] from {@link Features}' [rows, channels, height, width]. TensorFlow supports no other
     * layout for convolutions on a CPU.
     */
    public NDArray features(NDManager manager, Features features) {
        if (features instanceof Features.Tokens tokens) {
            return array(manager, tokens.ids(), tokens.rows(), tokens.length());
        }
        Features.Values values = features.asValues();
        int[] shape = values.shape();
        return shape.length == 4
                ? images(manager, values.data(), shape[0], shape[1], shape[2], shape[3])
                : array(
                        manager,
                        values.data(),
                        Arrays.stream(shape).asLongStream().toArray());
    }

    /** Returns targets: class indices [rows], or values [rows, 1]. */
    public NDArray targets(NDManager manager, Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            return array(manager, classes.labels(), classes.rows());
        }
        return array(manager, targets.asValues().values(), targets.rows(), 1);
    }

    /** Returns a float32 array of this shape. */
    public NDArray array(NDManager manager, float[] numbers, long... shape) {
        ByteBuffer buffer = cleared(numbers.length * Float.BYTES);
        buffer.asFloatBuffer().put(numbers);
        return manager.create(buffer, new Shape(shape), DataType.FLOAT32);
    }

    private NDArray array(NDManager manager, int[] numbers, long... shape) {
        ByteBuffer buffer = cleared(numbers.length * Integer.BYTES);
        buffer.asIntBuffer().put(numbers);
        return manager.create(buffer, new Shape(shape), DataType.INT32);
    }

    private NDArray images(NDManager manager, float[] data, int rows, int channels, int height, int width) {
        Shape shape = new Shape(rows, height, width, channels);
        ByteBuffer buffer = cleared(data.length * Float.BYTES);
        FloatBuffer numbers = buffer.asFloatBuffer();
        if (channels == 1) {
            numbers.put(data);
            return manager.create(buffer, shape, DataType.FLOAT32);
        }
        int pixels = height * width;
        for (int row = 0; row < rows; row++) {
            for (int channel = 0; channel < channels; channel++) {
                int from = (row * channels + channel) * pixels;
                int to = row * channels * pixels + channel;
                for (int pixel = 0; pixel < pixels; pixel++) {
                    numbers.put(to + pixel * channels, data[from + pixel]);
                }
            }
        }
        return manager.create(buffer, shape, DataType.FLOAT32);
    }

    private ByteBuffer cleared(int size) {
        if (bytes.capacity() < size) {
            bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
        }
        return bytes.clear().limit(size);
    }
}
