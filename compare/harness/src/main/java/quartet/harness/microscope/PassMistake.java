package quartet.harness.microscope;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quartet.contract.reference.ReferencePass;

/**
 * A forward and backward pass that deviates from the specification.
 *
 * @param pass the results of the mistake for a step; empty if it has no effect
 */
record PassMistake(Suspect suspect, String detail, Function<Observation, Optional<ReferencePass>> pass)
        implements Hypothesis {

    @Override
    public Map<Quantity, Double> misfits(Observation observation) {
        return pass.apply(observation)
                .map(expected -> Misfit.pass(observation, expected))
                .orElse(Map.of());
    }
}
