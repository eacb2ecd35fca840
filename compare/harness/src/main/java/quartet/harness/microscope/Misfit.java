package quartet.harness.microscope;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferencePass;

/**
 * Distances between an engine's numbers and expected ones. The Euclidean norm takes all numbers into account, so a few
 * near-ties of pooling or rectifiers do not hide a match.
 *
 * <pre>{@code
 * logits, gradients   |a - e|_2 / |e|_2
 * loss                |a - e| / |e|
 * update              |a - e|_2 / (learningRate sqrt(n)), each error minus the rounding of the weight to float32
 * }</pre>
 */
final class Misfit {
    private Misfit() {}

    /** Returns the distances of logits, loss and gradients from those of one pass. */
    static Map<Quantity, Double> pass(Observation observation, ReferencePass expected) {
        Map<Quantity, Double> misfits = new EnumMap<>(Quantity.class);
        misfits.put(Quantity.LOGITS, logits(observation.logits(), expected.predictions()));
        misfits.put(Quantity.LOSS, loss(observation.loss(), expected.loss()));
        misfits.put(Quantity.GRADIENTS, gradients(observation.gradients(), expected.gradients(), 1));
        return misfits;
    }

    static double logits(Tensor actual, double[][] expected) {
        double residual = 0;
        double norm = 0;
        for (int row = 0; row < expected.length; row++) {
            int outputs = expected[row].length;
            for (int j = 0; j < outputs; j++) {
                residual += square(actual.data()[row * outputs + j] - expected[row][j]);
                norm += square(expected[row][j]);
            }
        }
        return ratio(residual, norm);
    }

    static double loss(double actual, double expected) {
        return ratio(square(actual - expected), square(expected));
    }

    /** Returns the distance of gradients from {@code factor} times the expected ones. */
    static double gradients(Weights actual, NamedArrays expected, double factor) {
        double residual = 0;
        double norm = 0;
        for (String name : expected.names()) {
            float[] a = actual.get(name).data();
            double[] e = expected.get(name);
            for (int i = 0; i < a.length; i++) {
                residual += square(a[i] - factor * e[i]);
                norm += square(factor * e[i]);
            }
        }
        return ratio(residual, norm);
    }

    static double update(Observation observation, Map<String, double[]> expected, double learningRate) {
        double residual = 0;
        long count = 0;
        for (Map.Entry<String, double[]> entry : expected.entrySet()) {
            float[] before = observation.before().get(entry.getKey()).data();
            float[] after = observation.updated().get(entry.getKey()).data();
            for (int i = 0; i < after.length; i++) {
                double error = Math.abs(after[i] - entry.getValue()[i]) - Math.ulp(before[i]);
                residual += Double.isNaN(error) || error > 0 ? square(error) : 0;
            }
            count += after.length;
        }
        return ratio(residual, count * square(learningRate));
    }

    /** Returns the smallest of the distances for each quantity. */
    static Map<Quantity, Double> smaller(List<Map<Quantity, Double>> alternatives) {
        Map<Quantity, Double> smallest = new EnumMap<>(Quantity.class);
        alternatives.forEach(
                misfits -> misfits.forEach((quantity, misfit) -> smallest.merge(quantity, misfit, Math::min)));
        return smallest;
    }

    private static double ratio(double residual, double norm) {
        double ratio = Math.sqrt(residual / norm);
        return Double.isNaN(ratio) ? (residual == 0 ? 0 : Double.MAX_VALUE) : Math.min(ratio, Double.MAX_VALUE);
    }

    private static double square(double x) {
        return x * x;
    }
}
