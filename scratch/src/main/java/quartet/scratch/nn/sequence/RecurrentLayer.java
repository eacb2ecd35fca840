package quartet.scratch.nn.sequence;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A layer that carries a state from step to step (Template Method). Its gradient is backpropagation through time.
 * <pre>{@code
 * s_0 = 0 or the given state;   s_t = cell(x_t, s_{t-1}), or s_{t-1} if step t is padding;   y_t = h_t
 * backward, t = T..1:   dh_t = dy_t + gradient by h_t from step t+1
 * }</pre>
 * The state s is the hidden state h and, in an {@link Lstm}, the cell c. Shapes: input [batch, time, features], output
 * [batch, time, hidden], each tensor of the state [batch, hidden]. A step of padding repeats the state, so the last
 * output of a padded sequence is that of its last token. Source: Goodfellow, Bengio, Courville (2016), section 10.2.2.
 */
public abstract sealed class RecurrentLayer implements Layer permits SimpleRecurrent, Lstm, Gru {
    private final String name;
    private final int features;
    private final int hidden;
    private final TimeSteps inputs = new TimeSteps();
    /** The states of all steps, for each tensor of the state. */
    private final List<TimeSteps> states = new ArrayList<>();

    private final StateGradients stateGradients;
    private StepMask mask = StepMask.none();
    private List<Tensor> firstState = List.of();
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();
    private Tensor stepInputGradient = Tensor.none();

    RecurrentLayer(String name, int features, int hidden, int stateTensors) {
        Require.notNull(getClass().getSimpleName(), "name", name);
        Require.positive(name, "features", features);
        Require.positive(name, "hidden", hidden);
        this.name = name;
        this.features = features;
        this.hidden = hidden;
        for (int k = 0; k < stateTensors; k++) {
            states.add(new TimeSteps());
        }
        this.stateGradients = new StateGradients(stateTensors);
    }

    /** Computes s_t from x_t and s_{t-1} and keeps what the backward pass needs. */
    abstract void step(int t, Tensor x, List<Tensor> previous, List<Tensor> next);

    /** Called before the backward pass of the last step. */
    abstract void beginBackward(Tensor lastState);

    /** Writes, given dL/ds_t, dL/dx_t and dL/ds_{t-1} and adds to the gradients of the parameters. */
    abstract void stepBackward(int t, Tensor x, List<Tensor> previous, List<Tensor> next, Gradients gradients);

    /** The gradients of one step in the backward pass: the first is given, the step writes the other two. */
    record Gradients(List<Tensor> ofNext, Tensor ofInput, List<Tensor> ofPrevious) {}

    /** Makes the layer skip padding, and returns it. */
    public final RecurrentLayer masked(StepMask mask) {
        Require.notNull(name, "mask", mask);
        this.mask = mask;
        return this;
    }

    /** Returns the number of hidden units. */
    final int hidden() {
        return hidden;
    }

    /**
     * Makes the following forward passes start from a state, such as the one that {@link #lastState} returned for the
     * preceding part of a long text. Backpropagation stops at the given state.
     *
     * @param state as {@link #lastState}, copied; an empty list stands for zeros
     * @throws IllegalArgumentException if the number of tensors is wrong
     */
    public final void startFrom(List<Tensor> state) {
        Require.notNull(name, "state", state);
        if (!state.isEmpty() && state.size() != states.size()) {
            throw new IllegalArgumentException(
                    name + ": expected a state of " + states.size() + " tensors, but was " + state.size());
        }
        firstState = state.stream().map(Tensor::copy).toList();
    }

    /**
     * Returns a copy of the state after the last step of the last forward pass: the hidden state [batch, hidden] and,
     * of an {@link Lstm}, the cell [batch, hidden].
     *
     * @throws IllegalStateException if there was no forward pass
     */
    public final List<Tensor> lastState() {
        if (output.isNone()) {
            throw new IllegalStateException(name + ": expected forward before lastState");
        }
        return statesAt(input.dimension(1)).stream().map(Tensor::copy).toList();
    }

    /** Returns a copy of the last backward pass's gradient with respect to the state before the first step. */
    public final List<Tensor> firstStateGradient() {
        return stateGradients.current().stream().map(Tensor::copy).toList();
    }

    @Override
    public final Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        if (!input.hasShape(Shapes.ANY, Shapes.ANY, features) || input.dimension(1) == 0) {
            throw Shapes.mismatch(name, "input [batch, time >= 1, " + features + "]", input);
        }
        int batch = input.dimension(0);
        for (Tensor state : firstState) {
            if (!state.hasShape(batch, hidden)) {
                throw Shapes.mismatch(name, "a first state [" + batch + ", " + hidden + "]", state);
            }
        }
        this.input = input;
        output = input.reuse(output, batch, input.dimension(1), hidden);
        List<Tensor> state = prepareStates(0, batch);
        for (int k = 0; k < state.size(); k++) {
            state.get(k).fill(0);
            if (!firstState.isEmpty()) {
                state.get(k).copyFrom(firstState.get(k));
            }
        }
        for (int t = 0; t < input.dimension(1); t++) {
            Tensor x = inputs.prepare(t, input, batch, features);
            TimeSteps.gather(input, t, x);
            List<Tensor> next = prepareStates(t + 1, batch);
            step(t, x, state, next);
            repeatStateOfPadding(t, state, next);
            TimeSteps.scatter(next.get(0), output, t);
            state = next;
        }
        return output;
    }

    private void repeatStateOfPadding(int t, List<Tensor> previous, List<Tensor> next) {
        for (int row = 0; row < input.dimension(0); row++) {
            if (mask.hides(row, t)) {
                for (int k = 0; k < next.size(); k++) {
                    next.get(k).copyRange(row * hidden, previous.get(k), row * hidden, hidden);
                }
            }
        }
    }

    private List<Tensor> prepareStates(int t, int batch) {
        return states.stream()
                .map(steps -> steps.prepare(t, input, batch, hidden))
                .toList();
    }

    private List<Tensor> statesAt(int t) {
        return states.stream().map(steps -> steps.at(t)).toList();
    }

    @Override
    public final Tensor backward(Tensor outputGradient) {
        Require.notNull(name, "output gradient", outputGradient);
        return backward(outputGradient, List.of());
    }

    /**
     * Computes gradients as {@link #backward(Tensor)} for a loss that also depends on the last state.
     *
     * @param lastStateGradient dL/ds_T, as {@link #lastState}; an empty list stands for zeros
     * @throws IllegalStateException if there was no forward pass
     * @throws IllegalArgumentException if a gradient does not have the shape of its tensor
     */
    public final Tensor backward(Tensor outputGradient, List<Tensor> lastStateGradient) {
        Require.notNull(name, "output gradient", outputGradient);
        Require.notNull(name, "last state gradient", lastStateGradient);
        Shapes.requireGradientOf(name, output, outputGradient);
        for (Parameter parameter : parameters()) {
            parameter.gradient().fill(0);
        }
        inputGradient = input.reuse(inputGradient);
        stepInputGradient = inputs.at(0).reuse(stepInputGradient);
        int last = input.dimension(1) - 1;
        Tensor lastState = statesAt(last + 1).get(0);
        stateGradients.begin(name, lastState, lastStateGradient);
        beginBackward(lastState);
        for (int t = last; t >= 0; t--) {
            int step = t;
            stateGradients.addOutputGradient(outputGradient, t);
            stateGradients.hold(row -> mask.hides(row, step));
            List<Tensor> next = stateGradients.current();
            Gradients gradients = new Gradients(next, stepInputGradient, stateGradients.previous());
            stepBackward(t, inputs.at(t), statesAt(t), statesAt(t + 1), gradients);
            stateGradients.release();
            TimeSteps.scatter(stepInputGradient, inputGradient, t);
        }
        return inputGradient;
    }

    @Override
    public final boolean repeatable() {
        return true;
    }
}
