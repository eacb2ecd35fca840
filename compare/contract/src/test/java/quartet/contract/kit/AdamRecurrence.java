package quartet.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** Adam as {@link TrainingSpec} states it, in double precision, driven by an engine's own gradients. */
final class AdamRecurrence {
    private final TrainingSpec settings;
    private final Map<String, double[]> w = new LinkedHashMap<>();
    private final Map<String, double[]> m = new LinkedHashMap<>();
    private final Map<String, double[]> v = new LinkedHashMap<>();
    private int t;

    AdamRecurrence(TrainingSpec settings, Weights initial) {
        this.settings = settings;
        initial.asMap().forEach((name, tensor) -> {
            double[] values = new double[tensor.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.data()[i];
            }
            w.put(name, values);
            m.put(name, new double[values.length]);
            v.put(name, new double[values.length]);
        });
    }

    void step(Weights gradients) {
        t++;
        w.forEach((name, values) -> {
            double[] mean = m.getOrDefault(name, values);
            double[] square = v.getOrDefault(name, values);
            for (int i = 0; i < values.length; i++) {
                double g = gradients.get(name).data()[i];
                mean[i] = settings.beta1() * mean[i] + (1 - settings.beta1()) * g;
                square[i] = settings.beta2() * square[i] + (1 - settings.beta2()) * g * g;
                double meanHat = mean[i] / (1 - Math.pow(settings.beta1(), t));
                double squareHat = square[i] / (1 - Math.pow(settings.beta2(), t));
                values[i] -= settings.learningRate() * meanHat / (Math.sqrt(squareHat) + settings.epsilon());
            }
        });
    }

    /** A step is about as long as the learning rate: the tolerance is a hundredth of it. */
    void assertCloseTo(Weights weights) {
        w.forEach((name, values) -> {
            for (int i = 0; i < values.length; i++) {
                assertThat((double) weights.get(name).data()[i])
                        .as("%s[%d] after step %d", name, i, t)
                        .isCloseTo(values[i], within(settings.learningRate() / 100));
            }
        });
    }
}
