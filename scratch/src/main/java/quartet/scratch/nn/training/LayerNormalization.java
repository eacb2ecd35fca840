package quartet.scratch.nn.training;

import java.util.List;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Arguments;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Normalizes each row over its features; the same in training and in inference.
 * <pre>{@code
 * mean = 1/F sum_j x_j;   variance = 1/F sum_j (x_j - mean)^2;   xHat = (x - mean) / sqrt(variance + epsilon)
 * y = scale xHat + shift
 * dXHat = dy scale;   dx = (dXHat - mean_j(dXHat) - xHat mean_j(dXHat xHat)) / sqrt(variance + epsilon)
 * dScale = sum over rows of dy xHat;   dShift = sum over rows of dy
 * }</pre>
 * Shapes: x and y [..., features]; {@code name.scale} [features], ones at first, and {@code name.shift} [features],
 * zeros. Source: Ba, Kiros, Hinton (2016), "Layer Normalization", equations 3 and 4; epsilon is added here for rows
 * without variance.
 */
public final class LayerNormalization implements Layer {
    private static final double EPSILON = 1e-5;

    private final String name;
    private final int features;
    private final Parameter scale;
    private final Parameter shift;
    private Tensor normalized = Tensor.none();
    private Tensor inverseDeviation = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /** On the standard backend. */
    public LayerNormalization(String name, int features) {
        this(name, features, Backend.standard());
    }

    /**
     * For the given count of features.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public LayerNormalization(String name, int features, Backend backend) {
        Arguments.requirePositive(name, "features", features);
        this.name = name;
        this.features = features;
        this.scale = Parameter.of(name + ".scale", backend.precision().zeros(features));
        this.shift = Parameter.of(name + ".shift", backend.precision().zeros(features));
        scale.value().fill(1);
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        if (input.rank() < 2 || input.dimension(input.rank() - 1) != features) {
            throw Shapes.mismatch(name, "input [batch, ..., " + features + "]", input);
        }
        output = input.reuse(output);
        normalized = input.reuse(normalized);
        inverseDeviation = input.reuse(inverseDeviation, input.size() / features);
        for (int row = 0; row < inverseDeviation.size(); row++) {
            forwardRow(input, row);
        }
        return output;
    }

    private void forwardRow(Tensor input, int row) {
        double mean = 0;
        for (int j = 0; j < features; j++) {
            mean += input.get(row * features + j) / features;
        }
        double variance = 0;
        for (int j = 0; j < features; j++) {
            double centered = input.get(row * features + j) - mean;
            variance += centered * centered / features;
        }
        inverseDeviation.set(row, 1 / Math.sqrt(variance + EPSILON));
        for (int j = 0; j < features; j++) {
            int i = row * features + j;
            normalized.set(i, (input.get(i) - mean) * inverseDeviation.get(row));
            output.set(
                    i, scale.value().get(j) * normalized.get(i) + shift.value().get(j));
        }
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        inputGradient = output.reuse(inputGradient);
        scale.gradient().fill(0);
        shift.gradient().fill(0);
        for (int row = 0; row < inverseDeviation.size(); row++) {
            backwardRow(outputGradient, row);
        }
        return inputGradient;
    }

    private void backwardRow(Tensor outputGradient, int row) {
        double mean = 0;
        double projection = 0;
        for (int j = 0; j < features; j++) {
            int i = row * features + j;
            double dXHat = outputGradient.get(i) * scale.value().get(j);
            mean += dXHat / features;
            projection += dXHat * normalized.get(i) / features;
            scale.gradient().add(j, outputGradient.get(i) * normalized.get(i));
            shift.gradient().add(j, outputGradient.get(i));
        }
        for (int j = 0; j < features; j++) {
            int i = row * features + j;
            double dXHat = outputGradient.get(i) * scale.value().get(j);
            inputGradient.set(i, (dXHat - mean - normalized.get(i) * projection) * inverseDeviation.get(row));
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(scale, shift);
    }
}
