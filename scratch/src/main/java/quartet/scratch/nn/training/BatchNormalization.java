package quartet.scratch.nn.training;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Buffer;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Batch normalization: normalizes each channel over the batch, in inference with running statistics.
 * <pre>{@code
 * training:   mean, variance of the m values of the channel in the batch (variance with 1/m)
 *             running = (1 - momentum) running + momentum batch statistic (variance with 1/(m - 1))
 * inference:  mean, variance = running ones
 * xHat = (x - mean) / sqrt(variance + epsilon);   y = gamma xHat + beta
 * dGamma = sum dy xHat;   dBeta = sum dy
 * training:   dx = gamma / sqrt(variance + epsilon) (dy - dBeta / m - xHat dGamma / m)
 * inference:  dx = gamma / sqrt(variance + epsilon) dy
 * }</pre>
 * Shapes: x and y [batch, channels], [batch, channels, length] or [batch, channels, height, width]; {@code name.gamma}
 * [channels] starts at one, {@code name.beta} [channels] at zero. The running mean starts at zero, the running variance
 * at one; they are not trained but belong to a saved model. Source: Ioffe, Szegedy (2015), "Batch Normalization",
 * algorithms 1 and 2. The paper computes the statistics for inference after training; this layer keeps an exponential
 * average instead.
 */
public final class BatchNormalization implements Layer {
    private static final double EPSILON = 1e-5;

    private final String name;
    private final int channels;
    private final double momentum;
    private final Parameter gamma;
    private final Parameter beta;
    private final Tensor runningMean;
    private final Tensor runningVariance;
    private final double[] inverseDeviation;
    private boolean trained;
    /** Values of one channel in one row of the batch. */
    private int pixels = 1;

    private Tensor normalized = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer with momentum 0.1 on the standard backend.
     *
     * @throws IllegalArgumentException if channels is not positive
     */
    public BatchNormalization(String name, int channels) {
        this(name, channels, 0.1, Backend.standard());
    }

    /**
     * Creates a layer on the given backend.
     *
     * @param momentum the weight of the newest batch in the running statistics
     * @throws IllegalArgumentException if channels is not positive or momentum not in [0, 1)
     */
    public BatchNormalization(String name, int channels, double momentum, Backend backend) {
        Require.notNull("BatchNormalization", "name", name);
        Require.notNull("BatchNormalization", "backend", backend);
        Require.positive(name, "channels", channels);
        this.name = name;
        this.channels = channels;
        this.momentum = Require.decay(name, "momentum", momentum);
        this.gamma = Parameter.of(name + ".gamma", backend.precision().zeros(channels));
        this.beta = Parameter.of(name + ".beta", backend.precision().zeros(channels));
        this.runningMean = backend.precision().zeros(channels);
        this.runningVariance = backend.precision().zeros(channels);
        this.inverseDeviation = new double[channels];
        gamma.value().fill(1);
        runningVariance.fill(1);
    }

    /** Returns the running mean [channels]. It is the layer's own tensor, so that a saved model can be restored. */
    public Tensor runningMean() {
        return runningMean;
    }

    /**
     * Returns the running variance [channels]. It is the layer's own tensor, so that a saved model can be restored.
     */
    public Tensor runningVariance() {
        return runningVariance;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        if (input.rank() < 2 || input.dimension(1) != channels) {
            throw Shapes.mismatch(name, "input [batch, " + channels + "] or [batch, " + channels + ", ...]", input);
        }
        if (training && input.size() == channels) {
            throw Shapes.mismatch(name, "more than one value per channel in training", input);
        }
        trained = training;
        pixels = input.size() / Math.max(1, input.dimension(0) * channels);
        output = input.reuse(output);
        normalized = input.reuse(normalized);
        for (int channel = 0; channel < channels; channel++) {
            forwardChannel(input, channel, training);
        }
        return output;
    }

    private void forwardChannel(Tensor input, int channel, boolean training) {
        int count = input.size() / channels;
        double mean = runningMean.get(channel);
        double variance = runningVariance.get(channel);
        if (training) {
            mean = 0;
            for (int k = 0; k < count; k++) {
                mean += input.get(index(k, channel)) / count;
            }
            variance = 0;
            for (int k = 0; k < count; k++) {
                double centered = input.get(index(k, channel)) - mean;
                variance += centered * centered / count;
            }
            runningMean.set(channel, (1 - momentum) * runningMean.get(channel) + momentum * mean);
            double unbiased = variance * count / (count - 1);
            runningVariance.set(channel, (1 - momentum) * runningVariance.get(channel) + momentum * unbiased);
        }
        inverseDeviation[channel] = 1 / Math.sqrt(variance + EPSILON);
        for (int k = 0; k < count; k++) {
            int i = index(k, channel);
            normalized.set(i, (input.get(i) - mean) * inverseDeviation[channel]);
            output.set(
                    i,
                    gamma.value().get(channel) * normalized.get(i)
                            + beta.value().get(channel));
        }
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        inputGradient = output.reuse(inputGradient);
        for (int channel = 0; channel < channels; channel++) {
            backwardChannel(outputGradient, channel);
        }
        return inputGradient;
    }

    private void backwardChannel(Tensor outputGradient, int channel) {
        int count = output.size() / channels;
        double dGamma = 0;
        double dBeta = 0;
        for (int k = 0; k < count; k++) {
            int i = index(k, channel);
            dGamma += outputGradient.get(i) * normalized.get(i);
            dBeta += outputGradient.get(i);
        }
        gamma.gradient().set(channel, dGamma);
        beta.gradient().set(channel, dBeta);
        double factor = gamma.value().get(channel) * inverseDeviation[channel];
        for (int k = 0; k < count; k++) {
            int i = index(k, channel);
            double throughStatistics = trained ? (dBeta + normalized.get(i) * dGamma) / count : 0;
            inputGradient.set(i, factor * (outputGradient.get(i) - throughStatistics));
        }
    }

    /** Returns the flat index of value k of a channel, counted over the batch and then over the image. */
    private int index(int k, int channel) {
        return (k / pixels * channels + channel) * pixels + k % pixels;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public List<Buffer> buffers() {
        return List.of(
                new Buffer(name + ".runningMean", runningMean), new Buffer(name + ".runningVariance", runningVariance));
    }

    @Override
    public boolean repeatable() {
        return false;
    }
}
