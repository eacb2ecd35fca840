package quartet.scratch.optim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * An optimizer that updates every element independently, with a fixed number of state values for each (Template
 * Method).
 * The state starts at zero and has the precision of the parameter; the arithmetic is float64.
 */
abstract class ElementwiseOptimizer implements Optimizer {
    private final Schedule schedule;
    private final int stateSize;
    private final Map<Parameter, Tensor[]> states = new HashMap<>();
    private int t;

    ElementwiseOptimizer(Schedule schedule, int stateSize) {
        this.schedule = Require.notNull(getClass().getSimpleName(), "schedule", schedule);
        this.stateSize = stateSize;
    }

    /** Computes the values that all elements of step t share. Steps are counted from 1. */
    abstract void begin(int t, double learningRate);

    /**
     * Updates the state of element i and returns its new value.
     *
     * @param p the element
     * @param g its gradient
     */
    abstract double update(double p, double g, Tensor[] state, int i);

    @Override
    public final void step(List<Parameter> parameters) {
        String name = getClass().getSimpleName();
        double learningRate = Require.notNegative(name, "learningRate", schedule.at(t + 1));
        Gradients.requireFinite(name, parameters);
        t++;
        begin(t, learningRate);
        for (Parameter parameter : parameters) {
            Tensor[] state = states.get(parameter);
            if (state == null) {
                state = newState(parameter.value());
                states.put(parameter, state);
            }
            update(parameter, state);
        }
    }

    private void update(Parameter parameter, Tensor[] state) {
        Tensor value = parameter.value();
        Tensor gradient = parameter.gradient();
        for (int i = 0; i < value.size(); i++) {
            value.set(i, update(value.get(i), gradient.get(i), state, i));
        }
    }

    private Tensor[] newState(Tensor value) {
        Tensor[] state = new Tensor[stateSize];
        for (int slot = 0; slot < stateSize; slot++) {
            state[slot] = value.like(value.shape());
        }
        return state;
    }
}
