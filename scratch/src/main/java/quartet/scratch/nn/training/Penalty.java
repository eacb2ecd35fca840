package quartet.scratch.nn.training;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * A term of the loss that keeps weights small. It applies to the parameters of rank 2 or more, so not to biases.
 * Source: Goodfellow, Bengio, Courville (2016), section 7.1.
 */
public abstract sealed class Penalty permits L1Penalty, L2Penalty {
    private final double strength;

    Penalty(String name, double strength) {
        this.strength = Require.positive(name, "strength", strength);
    }

    /** Returns the penalty of one weight, without the strength. */
    abstract double value(double weight);

    /** Returns the derivative of the penalty of one weight. */
    abstract double derivative(double weight);

    /** Returns the penalty, a term of the loss. */
    public final double value(List<Parameter> parameters) {
        Require.notNull("Penalty", "parameters", parameters);
        double sum = 0;
        for (Parameter parameter : parameters) {
            Tensor weight = parameter.value();
            for (int i = 0; weight.rank() >= 2 && i < weight.size(); i++) {
                sum += value(weight.get(i));
            }
        }
        return strength * sum;
    }

    /** Adds the gradient of the penalty to the gradients of the parameters. Call it after the backward pass. */
    public final void addGradients(List<Parameter> parameters) {
        Require.notNull("Penalty", "parameters", parameters);
        for (Parameter parameter : parameters) {
            Tensor weight = parameter.value();
            for (int i = 0; weight.rank() >= 2 && i < weight.size(); i++) {
                parameter.gradient().add(i, strength * derivative(weight.get(i)));
            }
        }
    }
}
