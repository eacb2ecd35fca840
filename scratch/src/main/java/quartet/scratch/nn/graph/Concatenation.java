package quartet.scratch.nn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Concatenation of tensors along one axis.
 * <pre>{@code y = [x_1 ... x_k] along the axis;   dx_i = the part of dy that x_i occupies }</pre>
 * Shapes: all inputs have the same shape except along the axis, where y has the sum of their extents. Source: Huang et
 * al. (2017), "Densely Connected Convolutional Networks", equation 2.
 */
public final class Concatenation implements Merge {
    private final int axis;
    private List<Tensor> inputs = List.of();
    private Tensor output = Tensor.none();
    private final List<Tensor> gradients = new ArrayList<>();

    /**
     * Concatenates along an axis, which is counted from 0. The batch is axis 0, the channels of an image are axis 1.
     *
     * @throws IllegalArgumentException if the axis is not positive
     */
    public Concatenation(int axis) {
        this.axis = Require.positive("Concatenation", "axis", axis);
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
        Require.notNull("Concatenation", "inputs", inputs);
        Tensor first = inputs.get(0);
        int extent = 0;
        for (Tensor input : inputs) {
            requireFit(first, input);
            extent += input.dimension(axis);
        }
        this.inputs = List.copyOf(inputs);
        int[] shape = first.shape();
        shape[axis] = extent;
        output = first.reuse(output, shape);
        int from = 0;
        for (Tensor input : inputs) {
            for (int block = 0; block < blocks(); block++) {
                int length = length(input);
                output.copyRange(block * length(output) + from, input, block * length, length);
            }
            from += length(input);
        }
        return output;
    }

    @Override
    public List<Tensor> backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Concatenation", output, outputGradient);
        while (gradients.size() < inputs.size()) {
            gradients.add(Tensor.none());
        }
        int from = 0;
        for (int k = 0; k < inputs.size(); k++) {
            Tensor gradient = inputs.get(k).reuse(gradients.get(k));
            int length = length(gradient);
            for (int block = 0; block < blocks(); block++) {
                gradient.copyRange(block * length, outputGradient, block * length(output) + from, length);
            }
            gradients.set(k, gradient);
            from += length;
        }
        return List.copyOf(gradients.subList(0, inputs.size()));
    }

    /** Returns the number of blocks of consecutive numbers in which each input occupies one part. */
    private int blocks() {
        int blocks = 1;
        for (int i = 0; i < axis; i++) {
            blocks *= output.dimension(i);
        }
        return blocks;
    }

    /** Returns the length of the part of a block that a tensor occupies. */
    private int length(Tensor tensor) {
        int length = 1;
        for (int i = axis; i < tensor.rank(); i++) {
            length *= tensor.dimension(i);
        }
        return length;
    }

    private void requireFit(Tensor first, Tensor input) {
        int[] expected = first.shape();
        if (axis < expected.length) {
            expected[axis] = Shapes.ANY;
            if (input.hasShape(expected)) {
                return;
            }
        }
        String shape = Arrays.toString(expected).replace("-1", "*");
        throw Shapes.mismatch("Concatenation", "an input " + shape + " with an axis " + axis, input);
    }
}
