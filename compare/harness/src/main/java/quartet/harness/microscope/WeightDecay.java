package quartet.harness.microscope;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.reference.NamedArrays;

/**
 * Weight decay that the engine adds to the reported gradients.
 *
 * <pre>{@code gradient = g + lambda w;   loss = L, or L + lambda / 2 |w|^2;   g, L: the reference }</pre>
 *
 * Decay in the update alone is an {@link AdamRule}. Lambda is estimated from the first failed step by least squares.
 * Coupled decay in the update is not linear in lambda, so common values are tried.
 *
 * @param lambda strength of the decay
 * @param biases whether biases decay too
 */
record WeightDecay(double lambda, boolean biases) implements Hypothesis {
    private static final double LARGEST = 10;
    private static final double[] DIGITS = {1, 2, 5};

    static List<Hypothesis> all(TrainingSpec spec, Observation first) {
        List<Hypothesis> result = new ArrayList<>();
        for (boolean biases : new boolean[] {false, true}) {
            if (first.failed().contains(Quantity.GRADIENTS)) {
                double lambda = gradientLambda(first, biases);
                if (lambda > 0 && lambda < LARGEST) {
                    result.add(new WeightDecay(lambda, biases));
                }
            } else if (first.failed().contains(Quantity.UPDATE)) {
                addUpdates(result, AdamRule.of(spec), first, biases);
            }
        }
        return result;
    }

    private static void addUpdates(List<Hypothesis> result, AdamRule adam, Observation first, boolean biases) {
        double lambda = updateLambda(adam, first, biases);
        if (lambda > 0 && lambda < LARGEST) {
            String detail = String.format(Locale.ROOT, "decoupled from the gradient, lambda %.1e", lambda);
            result.add(new AdamMistake(Suspect.WEIGHT_DECAY, detail, adam.withDecay(0, lambda, biases)));
        }
        for (int exponent = -6; exponent <= 0; exponent++) {
            for (double digit : DIGITS) {
                double usual = digit * Math.pow(10, exponent);
                String detail = String.format(Locale.ROOT, "added to the gradient, lambda %.0e", usual);
                result.add(new AdamMistake(Suspect.WEIGHT_DECAY, detail, adam.withDecay(usual, 0, biases)));
            }
        }
    }

    private static boolean decays(String name, boolean biases) {
        return biases || name.endsWith(".weight");
    }

    private static double gradientLambda(Observation observation, boolean biases) {
        double product = 0;
        double square = 0;
        NamedArrays truth = observation.truth().gradients();
        for (String name : truth.names()) {
            float[] w = observation.before().get(name).data();
            float[] g = observation.gradients().get(name).data();
            for (int i = 0; i < w.length && decays(name, biases); i++) {
                product += (g[i] - truth.get(name)[i]) * w[i];
                square += (double) w[i] * w[i];
            }
        }
        return product / square;
    }

    private static double updateLambda(AdamRule adam, Observation observation, boolean biases) {
        double product = 0;
        double square = 0;
        for (Map.Entry<String, double[]> entry : adam.updated(observation).entrySet()) {
            float[] w = observation.before().get(entry.getKey()).data();
            float[] after = observation.updated().get(entry.getKey()).data();
            for (int i = 0; i < w.length && decays(entry.getKey(), biases); i++) {
                product += (entry.getValue()[i] - after[i]) * w[i];
                square += (double) w[i] * w[i];
            }
        }
        return product / square / adam.spec().learningRate();
    }

    @Override
    public Suspect suspect() {
        return Suspect.WEIGHT_DECAY;
    }

    @Override
    public String detail() {
        return String.format(Locale.ROOT, "the reported gradients contain lambda w with lambda %.1e", lambda);
    }

    @Override
    public Map<Quantity, Double> misfits(Observation observation) {
        NamedArrays gradients = NamedArrays.of(observation.before());
        double penalty = 0;
        for (String name : gradients.names()) {
            double[] w = gradients.get(name);
            double[] truth = observation.truth().gradients().get(name);
            double strength = decays(name, biases) ? lambda : 0;
            for (int i = 0; i < w.length; i++) {
                penalty += strength / 2 * w[i] * w[i];
                w[i] = truth[i] + strength * w[i];
            }
        }
        Weights reported = observation.gradients();
        double plain = observation.truth().loss();
        Map<Quantity, Double> misfits = new EnumMap<>(Quantity.class);
        misfits.put(Quantity.LOSS, Misfit.loss(observation.loss(), plain + penalty));
        misfits.put(Quantity.GRADIENTS, Misfit.gradients(reported, gradients, 1));
        return misfits;
    }
}
