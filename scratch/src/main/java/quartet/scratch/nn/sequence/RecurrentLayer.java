package quartet.scratch.nn.sequence;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A layer that carries a hidden state from step to step. Its gradient is backpropagation through time.
 * <pre>{@code
 * h_0 = 0;   h_t = cell(x_t, h_{t-1});   y_t = h_t
 * backward, t = T..1:   dh_t = dy_t + gradient by h_t from step t+1
 * }</pre>
 * Shapes: input [batch, time, features], output [batch, time, hidden]. Source: Goodfellow, Bengio, Courville (2016),
 * section 10.2.2.
 */
abstract class RecurrentLayer implements Layer {
    private final String name;
    private final int features;
    private final int hidden;
    private final TimeSteps inputs = new TimeSteps();
    private final TimeSteps states = new TimeSteps();
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();
    private Tensor stepInputGradient = Tensor.none();
    private Tensor stateGradient = Tensor.none();
    private Tensor previousGradient = Tensor.none();

    RecurrentLayer(String name, int features, int hidden) {
        Require.positive(name, "features", features);
        Require.positive(name, "hidden", hidden);
        this.name = name;
        this.features = features;
        this.hidden = hidden;
    }

    /** Called before the first step of a forward pass. */
    abstract void beginForward(Tensor firstState);

    /** Computes h_t from x_t and h_{t-1} and keeps what the backward pass needs. */
    abstract void step(int t, Tensor x, Tensor previous, Tensor next);

    /** Called before the backward pass of the last step. */
    abstract void beginBackward(Tensor lastState);

    /** Given dL/dh_t, writes dL/dx_t and dL/dh_{t-1} and adds to the gradients of the parameters. */
    abstract void stepBackward(int t, Tensor x, Tensor previous, Tensor next, Gradients gradients);

    /** The gradients of one step in the backward pass: the first is given, the step writes the other two. */
    record Gradients(Tensor ofNext, Tensor ofInput, Tensor ofPrevious) {}

    @Override
    public final Tensor forward(Tensor input, boolean training) {
        if (!input.hasShape(Shapes.ANY, Shapes.ANY, features) || input.dimension(1) == 0) {
            throw Shapes.mismatch(name, "input [batch, time >= 1, " + features + "]", input);
        }
        this.input = input;
        int batch = input.dimension(0);
        output = input.reuse(output, batch, input.dimension(1), hidden);
        Tensor state = states.prepare(0, input, batch, hidden);
        state.fill(0);
        beginForward(state);
        for (int t = 0; t < input.dimension(1); t++) {
            Tensor x = inputs.prepare(t, input, batch, features);
            TimeSteps.gather(input, t, x);
            Tensor next = states.prepare(t + 1, input, batch, hidden);
            step(t, x, state, next);
            TimeSteps.scatter(next, output, t);
            state = next;
        }
        return output;
    }

    @Override
    public final Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        for (Parameter parameter : parameters()) {
            parameter.gradient().fill(0);
        }
        Tensor firstState = states.at(0);
        inputGradient = input.reuse(inputGradient);
        stepInputGradient = inputs.at(0).reuse(stepInputGradient);
        stateGradient = firstState.reuse(stateGradient);
        previousGradient = firstState.reuse(previousGradient);
        previousGradient.fill(0);
        int last = input.dimension(1) - 1;
        beginBackward(states.at(last + 1));
        for (int t = last; t >= 0; t--) {
            TimeSteps.gather(outputGradient, t, stateGradient);
            for (int i = 0; i < stateGradient.size(); i++) {
                stateGradient.add(i, previousGradient.get(i));
            }
            Gradients gradients = new Gradients(stateGradient, stepInputGradient, previousGradient);
            stepBackward(t, inputs.at(t), states.at(t), states.at(t + 1), gradients);
            TimeSteps.scatter(stepInputGradient, inputGradient, t);
        }
        return inputGradient;
    }
}
