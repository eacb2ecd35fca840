package quartet.scratch.nn.loss;

import java.util.stream.IntStream;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Cross-entropy with weights, label smoothing and an ignored target, as {@link SoftmaxCrossEntropy} describes it, in
 * float64.
 */
final class WeightedRows {
    private final CrossEntropySettings settings;
    private final double[] weights;

    WeightedRows(CrossEntropySettings settings, int classes) {
        this.settings = settings;
        this.weights = IntStream.range(0, classes).mapToDouble(settings::weight).toArray();
    }

    /** Returns the loss of all rows and writes the gradient; 0 rows that count are an error of the caller. */
    double loss(Tensor logits, IntTensor classes, Tensor gradient) {
        double total = totalWeight(classes);
        double sum = 0;
        for (int row = 0; row < classes.size(); row++) {
            int target = classes.data()[row];
            if (settings.ignores(target)) {
                for (int j = 0; j < weights.length; j++) {
                    gradient.set(row * weights.length + j, 0);
                }
            } else {
                sum += row(logits, row * weights.length, target, total, gradient);
            }
        }
        return sum / total;
    }

    /** Returns the sum of the weights of the targets that count. */
    double totalWeight(IntTensor classes) {
        double total = 0;
        for (int row = 0; row < classes.size(); row++) {
            int target = classes.data()[row];
            total += settings.ignores(target) ? 0 : weights[target];
        }
        return total;
    }

    private double row(Tensor logits, int from, int target, double total, Tensor gradient) {
        double maximum = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < weights.length; j++) {
            maximum = Math.max(maximum, logits.get(from + j));
        }
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += Math.exp(logits.get(from + j) - maximum);
        }
        double logSum = maximum + Math.log(sum);
        double loss = 0;
        double mass = 0;
        for (int j = 0; j < weights.length; j++) {
            double q = q(j, target);
            loss += q * (logSum - logits.get(from + j));
            mass += q;
        }
        for (int j = 0; j < weights.length; j++) {
            double p = Math.exp(logits.get(from + j) - logSum);
            gradient.set(from + j, (mass * p - q(j, target)) / total);
        }
        return loss;
    }

    /** Returns the weighted and smoothed target. */
    private double q(int j, int target) {
        double share = settings.smoothing() / weights.length;
        return weights[j] * (j == target ? 1 - settings.smoothing() + share : share);
    }
}
