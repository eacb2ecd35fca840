package quartet.scratch.nn.graph;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A range of indices along one axis, the inverse of {@link Concatenation}. It gives a {@link Graph} several inputs, which
 * the caller concatenates.
 * <pre>{@code y = x at the indices from, ..., to - 1 of the axis;   dx = dy at these indices, 0 elsewhere }</pre>
 * Shapes: x has at least {@code to} indices along the axis, y has {@code to - from}; the other extents are the same.
 * Tokens have no gradient.
 */
public final class Slice implements Layer {
    private final int axis;
    private final int from;
    private final int to;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer that keeps a range of indices. The batch is axis 0, the steps of a sequence are axis 1.
     *
     * @param axis the axis, at least 1
     * @param from the first index, at least 0
     * @param to the index after the last one, larger than {@code from}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Slice(int axis, int from, int to) {
        this.axis = Require.positive("Slice", "axis", axis);
        Require.that(from >= 0 && from < to, "Slice: expected a range with 0 <= from < to, but was %d to %d", from, to);
        this.from = from;
        this.to = to;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Slice", "input", input);
        if (input.rank() <= axis || input.dimension(axis) < to) {
            throw Shapes.mismatch("Slice", "an input with at least " + to + " indices along axis " + axis, input);
        }
        this.input = input;
        int[] shape = input.shape();
        shape[axis] = to - from;
        output = input.reuse(output, shape);
        int inner = inner();
        for (int block = 0; block < blocks(); block++) {
            output.copyRange(block * (to - from) * inner, input, start(block, inner), (to - from) * inner);
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Require.notNull("Slice", "output gradient", outputGradient);
        if (outputGradient.isNone()) {
            return outputGradient;
        }
        Shapes.requireGradientOf("Slice", output, outputGradient);
        inputGradient = outputGradient.reuse(inputGradient, input.shape());
        inputGradient.fill(0);
        int inner = inner();
        for (int block = 0; block < blocks(); block++) {
            inputGradient.copyRange(
                    start(block, inner), outputGradient, block * (to - from) * inner, (to - from) * inner);
        }
        return inputGradient;
    }

    /** Returns the number of index combinations of the axes before the axis. */
    private int blocks() {
        return Arrays.stream(input.shape()).limit(axis).reduce(1, (a, b) -> a * b);
    }

    /** Returns the number of index combinations of the axes after the axis. */
    private int inner() {
        return Arrays.stream(input.shape()).skip(axis + 1L).reduce(1, (a, b) -> a * b);
    }

    /** Returns the flat index in the input of the first number that a block keeps. */
    private int start(int block, int inner) {
        return (block * input.dimension(axis) + from) * inner;
    }
}
