package quartet.scratch.nn.training;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Layer normalization: normalizes each row over its features, in training as in inference.
 * <pre>{@code
 * mean = 1/F sum_j x_j;   variance = 1/F sum_j (x_j - mean)^2;   xHat = (x - mean) / sqrt(variance + epsilon)
 * y = gamma xHat + beta
 * dXHat = dy gamma;   dx = (dXHat - mean_j(dXHat) - xHat mean_j(dXHat xHat)) / sqrt(variance + epsilon)
 * dGamma = sum over rows of dy xHat;   dBeta = sum over rows of dy
 * }</pre>
 * Shapes: x and y [batch, ..., features]; {@code name.gamma} [features] starts at one, {@code name.beta} [features] at
 * zero. Source: Ba, Kiros, Hinton (2016), "Layer Normalization", equations 3 and 4. Epsilon is added here, for rows
 * without variance.
 */
public final class LayerNormalization implements Layer {
    private static final double EPSILON = 1e-5;

    private final String name;
    private final int features;
    private final Parameter gamma;
    private final Parameter beta;
    private Tensor normalized = Tensor.none();
    private Tensor inverseDeviation = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer on the standard backend.
     *
     * @throws IllegalArgumentException if features is not positive
     */
    public LayerNormalization(String name, int features) {
        this(name, features, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @throws IllegalArgumentException if features is not positive
     */
    public LayerNormalization(String name, int features, Backend backend) {
        Require.notNull("LayerNormalization", "name", name);
        Require.notNull("LayerNormalization", "backend", backend);
        Require.positive(name, "features", features);
        this.name = name;
        this.features = features;
        this.gamma = Parameter.of(name + ".gamma", backend.precision().zeros(features));
        this.beta = Parameter.of(name + ".beta", backend.precision().zeros(features));
        gamma.value().fill(1);
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
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
                    i, gamma.value().get(j) * normalized.get(i) + beta.value().get(j));
        }
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        inputGradient = output.reuse(inputGradient);
        gamma.gradient().fill(0);
        beta.gradient().fill(0);
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
            double dXHat = outputGradient.get(i) * gamma.value().get(j);
            mean += dXHat / features;
            projection += dXHat * normalized.get(i) / features;
            gamma.gradient().add(j, outputGradient.get(i) * normalized.get(i));
            beta.gradient().add(j, outputGradient.get(i));
        }
        for (int j = 0; j < features; j++) {
            int i = row * features + j;
            double dXHat = outputGradient.get(i) * gamma.value().get(j);
            inputGradient.set(i, (dXHat - mean - normalized.get(i) * projection) * inverseDeviation.get(row));
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }
}
