package quartet.contract.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/**
 * Adam in float64 on gradients that an engine reports: the recurrence of {@link TrainingSpec}. Given an engine's own
 * gradients, the step is unambiguous, even if a gradient is mere rounding.
 */
public final class ReferenceAdam {
    private final TrainingSpec spec;
    private final Map<String, double[]> first = new LinkedHashMap<>();
    private final Map<String, double[]> second = new LinkedHashMap<>();
    private int step;

    public ReferenceAdam(TrainingSpec spec) {
        this.spec = spec;
    }

    /**
     * Performs one step, and returns the weights after it by canonical name.
     *
     * @param weights before the step
     * @param gradients of the step's batch, as the engine reports them
     */
    public NamedArrays step(Weights weights, Weights gradients) {
        step++;
        NamedArrays result = new NamedArrays();
        weights.asMap().forEach((name, tensor) -> {
            double[] m = first.computeIfAbsent(name, key -> new double[tensor.size()]);
            double[] v = second.computeIfAbsent(name, key -> new double[tensor.size()]);
            result.put(name, update(tensor.data(), gradients.get(name).data(), m, v));
        });
        return result;
    }

    private double[] update(float[] weights, float[] gradients, double[] m, double[] v) {
        double[] updated = new double[weights.length];
        double correction1 = 1 - Math.pow(spec.beta1(), step);
        double correction2 = 1 - Math.pow(spec.beta2(), step);
        for (int i = 0; i < updated.length; i++) {
            double g = gradients[i];
            m[i] = spec.beta1() * m[i] + (1 - spec.beta1()) * g;
            v[i] = spec.beta2() * v[i] + (1 - spec.beta2()) * g * g;
            double root = Math.sqrt(v[i] / correction2) + spec.epsilon();
            updated[i] = weights[i] - spec.learningRate() * (m[i] / correction1) / root;
        }
        return updated;
    }
}
