package quartet.harness.microscope;

import java.util.List;
import java.util.Map;
import quartet.contract.TrainingSpec;
import quartet.harness.microscope.AdamRule.Epsilon;

/** An update by an {@link AdamRule} other than the specified one. */
record AdamMistake(Suspect suspect, String detail, AdamRule rule) implements Hypothesis {

    static List<Hypothesis> all(TrainingSpec spec) {
        AdamRule adam = AdamRule.of(spec);
        return List.of(
                new AdamMistake(Suspect.EPSILON_INSIDE_ROOT, "sqrt(v + epsilon)", adam.withEpsilon(Epsilon.INSIDE)),
                new AdamMistake(
                        Suspect.EPSILON_INSIDE_ROOT,
                        "sqrt(v + epsilon), then the bias correction",
                        adam.withEpsilon(Epsilon.INSIDE_UNCORRECTED)),
                new AdamMistake(
                        Suspect.EPSILON_BIAS_CORRECTED,
                        "(sqrt(v) + epsilon) / sqrt(1 - beta2^t)",
                        adam.withEpsilon(Epsilon.BIAS_CORRECTED)),
                new AdamMistake(
                        Suspect.NO_BIAS_CORRECTION, "neither m nor v is corrected", adam.withCorrections(false, false)),
                new AdamMistake(Suspect.NO_BIAS_CORRECTION, "m is not corrected", adam.withCorrections(false, true)),
                new AdamMistake(Suspect.NO_BIAS_CORRECTION, "v is not corrected", adam.withCorrections(true, false)),
                new AdamMistake(
                        Suspect.BETAS_SWAPPED,
                        "beta1 " + spec.beta2() + ", beta2 " + spec.beta1(),
                        adam.withSwappedBetas()));
    }

    @Override
    public Map<Quantity, Double> misfits(Observation observation) {
        return Map.of(Quantity.UPDATE, rule.misfit(observation));
    }
}
