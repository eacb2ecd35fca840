package quartet.harness.microscope;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import quartet.contract.ModelSpec;
import quartet.contract.Objective;

/**
 * A loss whose factor is not one over the number of rows.
 *
 * <pre>{@code loss = factor reference;   gradient = factor reference }</pre>
 *
 * @param scale the factor for a step
 */
record LossReduction(String detail, ToDoubleFunction<Observation> scale) implements Hypothesis {

    static List<Hypothesis> all(ModelSpec spec) {
        Hypothesis sum = new LossReduction(
                "the sum over the rows, not the mean", o -> o.batch().rows());
        Hypothesis twice = new LossReduction(
                "the mean over the rows is taken twice", o -> 1.0 / o.batch().rows());
        if (spec.objective() == Objective.SQUARED_ERROR) {
            return List.of(
                    sum,
                    twice,
                    new LossReduction("half of the mean squared error", o -> 0.5),
                    new LossReduction(
                            "half of the sum of squared errors",
                            o -> 0.5 * o.batch().rows()));
        }
        return List.of(sum, twice, new LossReduction("the mean over rows and classes", o -> 1.0 / spec.outputs()));
    }

    @Override
    public Suspect suspect() {
        return Suspect.LOSS_REDUCTION;
    }

    @Override
    public Map<Quantity, Double> misfits(Observation observation) {
        double factor = scale.applyAsDouble(observation);
        Map<Quantity, Double> misfits = new EnumMap<>(Quantity.class);
        double loss = factor * observation.truth().loss();
        misfits.put(Quantity.LOSS, Misfit.loss(observation.loss(), loss));
        misfits.put(
                Quantity.GRADIENTS,
                Misfit.gradients(observation.gradients(), observation.truth().gradients(), factor));
        return misfits;
    }
}
