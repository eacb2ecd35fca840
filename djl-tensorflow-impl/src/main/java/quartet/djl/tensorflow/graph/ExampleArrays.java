package quartet.djl.tensorflow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import quartet.contract.Tensor;

/**
 * Copies numbers to and from arrays of TensorFlow; to them through one direct buffer. DJL alone takes a new buffer for
 * every array and leaves it to the garbage collector, which does not see how much memory outside its heap waits for it.
 */
final class TfArrays {
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    NDArray array(NDManager manager, float[] numbers, long... shape) {
        ByteBuffer buffer = cleared(numbers.length * Float.BYTES);
        buffer.asFloatBuffer().put(numbers);
        return manager.create(buffer, new Shape(shape), DataType.FLOAT32);
    }

    NDArray array(NDManager manager, int[] numbers, long... shape) {
        ByteBuffer buffer = cleared(numbers.length * Integer.BYTES);
        buffer.asIntBuffer().put(numbers);
        return manager.create(buffer, new Shape(shape), DataType.INT32);
    }

    static Tensor tensor(NDArray array) {
        long[] shape = array.getShape().getShape();
        return new Tensor(Arrays.stream(shape).mapToInt(Math::toIntExact).toArray(), array.toFloatArray());
    }

    private ByteBuffer cleared(int size) {
        if (bytes.capacity() < size) {
            bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
        }
        return bytes.clear().limit(size);
    }
}
