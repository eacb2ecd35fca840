package quartet.djl.tensorflow.adapter;

import java.util.stream.IntStream;
import quartet.contract.CnnSpec;
import quartet.contract.ModelSpec;

/**
 * The order of one parameter's numbers in TensorFlow, compared with the contract.
 *
 * <pre>{@code
 * convolution weight          [out, in, height, width]            -> [height, width, in, out]
 * dense weight after flatten  [(channel, height, width), units]   -> [(height, width, channel), units]
 * any other parameter         the same in both
 * }</pre>
 *
 * @param canonical the axes in the contract's order
 * @param order TensorFlow's axis i is the canonical axis {@code order[i]}
 * @param shape TensorFlow's shape, in which some axes may be merged
 */
record Layout(int[] canonical, int[] order, int[] shape) {

    /** Returns the layout of the parameter of this name and canonical shape. */
    static Layout of(ModelSpec spec, String name, int[] shape) {
        if (shape.length == 4) {
            return new Layout(shape, new int[] {2, 3, 1, 0}, new int[] {shape[2], shape[3], shape[1], shape[0]});
        }
        if (spec instanceof CnnSpec images && name.equals("hidden.weight")) {
            int channels = images.flattened() / (images.pooledHeight() * images.pooledWidth());
            int[] unflattened = {channels, images.pooledHeight(), images.pooledWidth(), images.hidden()};
            return new Layout(unflattened, new int[] {1, 2, 0, 3}, shape);
        }
        return new Layout(shape, IntStream.range(0, shape.length).toArray(), shape);
    }

    /** Returns a copy in TensorFlow's order. */
    float[] toTensorFlow(float[] numbers) {
        float[] reordered = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            reordered[i] = numbers[canonicalIndex(i)];
        }
        return reordered;
    }

    /** Returns a copy in the contract's order. */
    float[] toCanonical(float[] numbers) {
        float[] reordered = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            reordered[canonicalIndex(i)] = numbers[i];
        }
        return reordered;
    }

    /** Converts a position in TensorFlow's order to that in the contract's order. */
    private int canonicalIndex(int index) {
        int rest = index;
        int canonicalIndex = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            int size = canonical[order[i]];
            canonicalIndex += rest % size * stride(order[i]);
            rest /= size;
        }
        return canonicalIndex;
    }

    private int stride(int axis) {
        int stride = 1;
        for (int i = axis + 1; i < canonical.length; i++) {
            stride *= canonical[i];
        }
        return stride;
    }
}
