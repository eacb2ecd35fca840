package quartet.harness.microscope;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.reference.Padding;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;

/**
 * The hypothesis that weights, activations or results have 16 bits.
 *
 * <ul>
 *   <li>Results: all logits, and all gradients, are numbers of the format and close to the reference. This does not
 *       depend on the order of additions.
 *   <li>Inputs: weights, or weights and all numbers that enter a layer, are rounded to the format; sums are not.
 * </ul>
 */
final class HalfPrecision {
    /**
     * The maximum error of the logits in units of roundoff. Rounding errors of several layers add up; a larger error
     * is another mistake.
     */
    private static final double UNITS = 64;

    private HalfPrecision() {}

    static List<Hypothesis> all(ModelSpec spec) {
        List<Hypothesis> result = new ArrayList<>();
        for (HalfFormat format : HalfFormat.values()) {
            result.add(new Results(format));
            result.add(new Inputs(
                    "weights are rounded to " + format.title(), spec, format, DoubleUnaryOperator.identity()));
            result.add(new Inputs(
                    "weights and activations are rounded to " + format.title(), spec, format, format::round));
        }
        return result;
    }

    private record Results(HalfFormat format) implements Hypothesis {
        @Override
        public Suspect suspect() {
            return Suspect.HALF_PRECISION;
        }

        @Override
        public String detail() {
            return "the numbers that it reports have the precision of " + format.title();
        }

        @Override
        public Map<Quantity, Double> misfits(Observation observation) {
            Map<Quantity, Double> truth = Misfit.pass(observation, observation.truth());
            boolean logits = format.holds(observation.logits().data());
            Map<Quantity, Boolean> fits = new EnumMap<>(Quantity.class);
            fits.put(Quantity.LOGITS, logits);
            fits.put(Quantity.LOSS, logits);
            fits.put(Quantity.GRADIENTS, holds(observation.gradients()));
            Map<Quantity, Double> misfits = new EnumMap<>(Quantity.class);
            fits.forEach((quantity, fit) -> {
                double difference = truth.getOrDefault(quantity, Double.MAX_VALUE);
                misfits.put(quantity, fit && difference < limit(quantity) ? 0 : difference);
            });
            return misfits;
        }

        /**
         * Returns the largest accepted distance. Pooling decides differently at low precision, so gradients need only
         * be closer to the reference than zeros are.
         */
        private double limit(Quantity quantity) {
            return quantity == Quantity.GRADIENTS ? 1 : UNITS * format.unitRoundoff();
        }

        /**
         * Returns whether the gradients are numbers of the format. All tensors are tested together, because small
         * ones, such as a bias of one number, are no evidence.
         */
        private boolean holds(Weights gradients) {
            float[] all = new float[(int) gradients.count()];
            int position = 0;
            for (Tensor tensor : gradients.asMap().values()) {
                System.arraycopy(tensor.data(), 0, all, position, tensor.size());
                position += tensor.size();
            }
            return format.holds(all);
        }
    }

    private record Inputs(String detail, ModelSpec spec, HalfFormat format, DoubleUnaryOperator activations)
            implements Hypothesis {
        @Override
        public Suspect suspect() {
            return Suspect.HALF_PRECISION;
        }

        /**
         * Does not restrict single quantities. A number halfway between two numbers of the format may be rounded up or
         * down, which changes single logits, so only the mean factor is used.
         */
        @Override
        public double factor() {
            return 1;
        }

        @Override
        public double meanFactor() {
            return 10;
        }

        /**
         * Returns the misfits. Errors of the rows may cancel in the loss, so the loss alone does not reject the
         * hypothesis.
         */
        @Override
        public Map<Quantity, Double> misfits(Observation observation) {
            ReferencePass pass = new ReferenceNetwork(spec, rounded(observation.before()), Padding.ZERO, activations)
                    .pass(observation.batch());
            Map<Quantity, Double> misfits = Misfit.pass(observation, pass);
            double truth = Misfit.loss(observation.loss(), observation.truth().loss());
            misfits.merge(Quantity.LOSS, truth, Math::min);
            return misfits;
        }

        private Weights rounded(Weights weights) {
            Map<String, Tensor> result = new LinkedHashMap<>();
            weights.asMap().forEach((name, tensor) -> {
                float[] values = new float[tensor.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) format.round(tensor.data()[i]);
                }
                result.put(name, new Tensor(tensor.shape(), values));
            });
            return new Weights(result);
        }
    }
}
