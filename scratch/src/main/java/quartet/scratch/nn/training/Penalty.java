package quartet.scratch.nn.training;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * A term of the loss that keeps weights small. It looks at weights only, the parameters of rank 2 or more: biases are
 * left alone. Source: Goodfellow, Bengio, Courville (2016), section 7.1.
 */
public abstract sealed class Penalty permits L1Penalty, L2Penalty {
    private final double strength;

    Penalty(String name, double strength) {
        this.strength = Require.positive(name, "strength", strength);
    }

    /** The penalty of one weight, without the strength. */
    abstract double value(double weight);

    /** Its derivative. */
    abstract double derivative(double weight);

    /** The penalty, to be added to the loss. */
    public final double value(List<Parameter> parameters) {
        double sum = 0;
        for (Parameter parameter : parameters) {
            Tensor weight = parameter.value();
            for (int i = 0; weight.rank() >= 2 && i < weight.size(); i++) {
                sum += value(weight.get(i));
            }
        }
        return strength * sum;
    }

    /** Adds the penalty's gradient to the parameters' gradients: between the backward pass and the optimizer's step. */
    public final void addGradients(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            Tensor weight = parameter.value();
            for (int i = 0; weight.rank() >= 2 && i < weight.size(); i++) {
                parameter.gradient().add(i, strength * derivative(weight.get(i)));
            }
        }
    }
}
