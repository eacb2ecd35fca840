package quartet.scratch.nn.sequence;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Composition;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Two recurrent layers, of which one reads the sequence from its end.
 * <pre>{@code y_t = [forward(x)_t, backward(x_T ... x_1)_{T+1-t}] }</pre>
 * Shapes: input [batch, time, features], output [batch, time, forward hidden + backward hidden]. The backward layer
 * reaches the padding at the end of a sequence first, and skips it by the mask. Source: Schuster, Paliwal (1997),
 * "Bidirectional Recurrent Neural Networks".
 */
public final class Bidirectional implements Layer {
    private final RecurrentLayer forward;
    private final RecurrentLayer backward;
    private final List<Parameter> parameters;
    private int time;
    private Tensor reversed = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor forwardGradient = Tensor.none();
    private Tensor backwardGradient = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer of two layers, which keep their masks unless {@link #masked} is called.
     *
     * @throws IllegalArgumentException if both are the same layer or two parameters have the same name
     */
    public Bidirectional(RecurrentLayer forward, RecurrentLayer backward) {
        Require.notNull("Bidirectional", "forward", forward);
        Require.notNull("Bidirectional", "backward", backward);
        this.forward = forward;
        this.backward = backward;
        Composition.requireDistinctLayers("Bidirectional", List.of(forward, backward));
        this.parameters = Layer.super.parameters();
        Composition.requireDistinctNames("Bidirectional", parameters);
    }

    /** Makes both layers skip padding, and returns this layer. */
    public Bidirectional masked(StepMask mask) {
        Require.notNull("Bidirectional", "mask", mask);
        forward.masked(mask);
        backward.masked((sequence, step) -> mask.hides(sequence, time - 1 - step));
        return this;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Bidirectional", "input", input);
        Tensor first = forward.forward(input, training);
        time = input.dimension(1);
        reversed = input.reuse(reversed);
        TimeSteps.reverse(input, reversed);
        Tensor second = backward.forward(reversed, training);
        int width = first.dimension(2) + second.dimension(2);
        output = input.reuse(output, input.dimension(0), time, width);
        for (int step = 0; step < input.dimension(0) * time; step++) {
            output.copyRange(step * width, first, step * first.dimension(2), first.dimension(2));
            int mirrored = mirrored(step) * second.dimension(2);
            output.copyRange(step * width + first.dimension(2), second, mirrored, second.dimension(2));
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Bidirectional", output, outputGradient);
        int batch = output.dimension(0);
        int width = output.dimension(2);
        int half = forward.hidden();
        forwardGradient = output.reuse(forwardGradient, batch, time, half);
        backwardGradient = output.reuse(backwardGradient, batch, time, width - half);
        for (int step = 0; step < batch * time; step++) {
            forwardGradient.copyRange(step * half, outputGradient, step * width, half);
            backwardGradient.copyRange(
                    mirrored(step) * (width - half), outputGradient, step * width + half, width - half);
        }
        Tensor first = forward.backward(forwardGradient);
        Tensor second = backward.backward(backwardGradient);
        inputGradient = first.reuse(inputGradient);
        TimeSteps.reverse(second, inputGradient);
        for (int i = 0; i < inputGradient.size(); i++) {
            inputGradient.add(i, first.get(i));
        }
        return inputGradient;
    }

    /** Returns the step of the same sequence that is as far from the end as the given one from the start. */
    private int mirrored(int step) {
        int sequence = step / time;
        return sequence * time + time - 1 - step % time;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<Layer> children() {
        return List.of(forward, backward);
    }
}
