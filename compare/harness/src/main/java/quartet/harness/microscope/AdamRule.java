package quartet.harness.microscope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.contract.TrainingSpec;

/**
 * Adam and its common implementation mistakes, computed in float64 from the gradients that an engine reports.
 *
 * <pre>{@code
 * h = g + coupledDecay w
 * m = beta1 m + (1 - beta1) h       v = beta2 v + (1 - beta2) h^2
 * w = w - learningRate (m / c1 / root + decoupledDecay w)
 * c1 = 1 - beta1^t or 1             c2 = 1 - beta2^t or 1             root: see Epsilon
 * }</pre>
 *
 * Source: Kingma and Ba (2015), algorithm 1; Loshchilov and Hutter (2019), algorithm 2, for decoupled decay.
 *
 * @param spec learning rate, betas and epsilon
 * @param correctMean whether m is divided by {@code 1 - beta1^t}
 * @param correctSquare whether v is divided by {@code 1 - beta2^t}
 * @param epsilon where epsilon is added
 * @param coupledDecay lambda that is added to the gradient
 * @param decoupledDecay lambda that shrinks the weight
 * @param biasesDecay whether biases decay too
 */
record AdamRule(
        TrainingSpec spec,
        boolean correctMean,
        boolean correctSquare,
        Epsilon epsilon,
        double coupledDecay,
        double decoupledDecay,
        boolean biasesDecay) {

    /** Where epsilon is added. */
    enum Epsilon {
        /** {@code sqrt(v / c2) + epsilon}: the specification. */
        OUTSIDE,
        /** {@code sqrt(v / c2 + epsilon)}. */
        INSIDE,
        /** {@code sqrt((v + epsilon) / c2)}. */
        INSIDE_UNCORRECTED,
        /** {@code (sqrt(v) + epsilon) / sqrt(c2)}: the paper's order of computation at the end of its section 2. */
        BIAS_CORRECTED;

        double root(double v, double correction, double epsilon) {
            return switch (this) {
                case OUTSIDE -> Math.sqrt(v / correction) + epsilon;
                case INSIDE -> Math.sqrt(v / correction + epsilon);
                case INSIDE_UNCORRECTED -> Math.sqrt((v + epsilon) / correction);
                case BIAS_CORRECTED -> (Math.sqrt(v) + epsilon) / Math.sqrt(correction);
            };
        }
    }

    /** Returns the specification. */
    static AdamRule of(TrainingSpec spec) {
        return new AdamRule(spec, true, true, Epsilon.OUTSIDE, 0, 0, false);
    }

    AdamRule withCorrections(boolean mean, boolean square) {
        return new AdamRule(spec, mean, square, epsilon, coupledDecay, decoupledDecay, biasesDecay);
    }

    AdamRule withEpsilon(Epsilon place) {
        return new AdamRule(spec, correctMean, correctSquare, place, coupledDecay, decoupledDecay, biasesDecay);
    }

    AdamRule withDecay(double coupled, double decoupled, boolean biases) {
        return new AdamRule(spec, correctMean, correctSquare, epsilon, coupled, decoupled, biases);
    }

    AdamRule withSwappedBetas() {
        TrainingSpec swapped = new TrainingSpec(
                spec.epochs(), spec.batchSize(), spec.learningRate(), spec.beta2(), spec.beta1(), spec.epsilon());
        return new AdamRule(swapped, correctMean, correctSquare, epsilon, coupledDecay, decoupledDecay, biasesDecay);
    }

    /** Returns the distance between the engine's update and this rule's. */
    double misfit(Observation observation) {
        return Misfit.update(observation, updated(observation), spec.learningRate());
    }

    /** Returns the weights after the observed step, by canonical name. */
    Map<String, double[]> updated(Observation observation) {
        List<Observation> history = observation
                .previous()
                .map(previous -> List.of(previous, observation))
                .orElse(List.of(observation));
        Map<String, double[]> result = new LinkedHashMap<>();
        observation.before().names().forEach(name -> result.put(name, updated(name, history)));
        return result;
    }

    private double[] updated(String name, List<Observation> history) {
        float[] before = history.get(history.size() - 1).before().get(name).data();
        boolean decays = biasesDecay || name.endsWith(".weight");
        double coupled = decays ? coupledDecay : 0;
        double decoupled = decays ? decoupledDecay : 0;
        double[] m = new double[before.length];
        double[] v = new double[before.length];
        for (Observation step : history) {
            float[] w = step.before().get(name).data();
            float[] g = step.gradients().get(name).data();
            for (int i = 0; i < m.length; i++) {
                double h = g[i] + coupled * w[i];
                m[i] = spec.beta1() * m[i] + (1 - spec.beta1()) * h;
                v[i] = spec.beta2() * v[i] + (1 - spec.beta2()) * h * h;
            }
        }
        double c1 = correctMean ? 1 - Math.pow(spec.beta1(), history.size()) : 1;
        double c2 = correctSquare ? 1 - Math.pow(spec.beta2(), history.size()) : 1;
        double[] updated = new double[before.length];
        for (int i = 0; i < updated.length; i++) {
            double step = m[i] / c1 / epsilon.root(v[i], c2, spec.epsilon()) + decoupled * before[i];
            updated[i] = before[i] - spec.learningRate() * step;
        }
        return updated;
    }
}
