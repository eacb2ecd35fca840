package quartet.scratch.generative.neural;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.attention.SinusoidalPositions;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A denoising diffusion model. Data become noise in T small steps; a network learns to predict the noise, and sampling
 * removes it step by step.
 * <pre>{@code
 * x_t = sqrt(keep_t) x_0 + sqrt(1 - keep_t) e,   e standard normal
 * training:  L = mean of (network(x_t, t) - e)^2 for t uniform in 1..T
 * sampling:  x_T standard normal;   for t = T..1:
 *            estimate = (x_t - sqrt(1 - keep_t) network(x_t, t)) / sqrt(keep_t), clipped to the range of the data
 *            x_{t-1} = (sqrt(keep_{t-1}) beta_t estimate + sqrt(1 - beta_t) (1 - keep_{t-1}) x_t) / (1 - keep_t)
 *                      + sqrt(v_t) noise
 *            v_t = beta_t (1 - keep_{t-1}) / (1 - keep_t), which is 0 for t = 1
 * }</pre>
 * The network receives rows [inputs + {@value #TIME_FEATURES}]: x_t and the sinusoidal code of t; it returns rows
 * [inputs]. Data should be scaled to a variance of about 1. Source: Ho, Jain, Abbeel (2020), "Denoising Diffusion
 * Probabilistic Models", algorithm 1 and equation 7. Without clipping, sampling is their algorithm 2.
 */
public final class Diffusion {
    /** The number of features that encode the step for the network. */
    public static final int TIME_FEATURES = 16;

    private final Layer network;
    private final int inputs;
    private final NoiseSchedule schedule;
    private final Backend backend;
    private final MeanSquaredError loss;

    /**
     * Creates a model.
     *
     * @param network from [batch, inputs + {@value #TIME_FEATURES}] to [batch, inputs]; the caller initializes it
     * @throws IllegalArgumentException if inputs is not positive
     */
    public Diffusion(Layer network, int inputs, NoiseSchedule schedule, Backend backend) {
        Require.notNull("Diffusion", "network", network);
        Require.notNull("Diffusion", "schedule", schedule);
        Require.notNull("Diffusion", "backend", backend);
        this.network = network;
        this.inputs = Require.positive("Diffusion", "inputs", inputs);
        this.schedule = schedule;
        this.backend = backend;
        this.loss = new MeanSquaredError(backend);
    }

    /**
     * Performs one training step with a random t for each row.
     *
     * @param x [batch, inputs]
     * @param optimizer an optimizer of this model only
     * @param random draws steps and noise
     * @return the loss before the step; 1 for a network that predicts zeros
     * @throws IllegalArgumentException if x has another shape
     */
    public double trainStep(Tensor x, Optimizer optimizer, RandomGenerator random) {
        Require.notNull("Diffusion", "x", x);
        Require.notNull("Diffusion", "optimizer", optimizer);
        Require.notNull("Diffusion", "random", random);
        double mean = loss(x, random, true);
        network.backwardParameters(loss.backward());
        optimizer.step(network.parameters());
        return mean;
    }

    /** Returns the loss of x for random steps and noise, without a training step. */
    public double loss(Tensor x, RandomGenerator random) {
        Require.notNull("Diffusion", "x", x);
        Require.notNull("Diffusion", "random", random);
        return loss(x, random, false);
    }

    private double loss(Tensor x, RandomGenerator random, boolean training) {
        if (!x.hasShape(Shapes.ANY, inputs)) {
            throw Shapes.mismatch("Diffusion", "data [batch, " + inputs + "]", x);
        }
        int batch = x.dimension(0);
        Tensor noise = Noise.standardNormal(backend.precision(), random, batch, inputs);
        Tensor input = backend.precision().zeros(batch, inputs + TIME_FEATURES);
        for (int n = 0; n < batch; n++) {
            int t = 1 + random.nextInt(schedule.steps());
            double signal = Math.sqrt(schedule.kept(t));
            double deviation = Math.sqrt(1 - schedule.kept(t));
            for (int j = 0; j < inputs; j++) {
                int i = n * inputs + j;
                input.set(n * (inputs + TIME_FEATURES) + j, signal * x.get(i) + deviation * noise.get(i));
            }
            setTime(input, n, t);
        }
        return loss.forward(network.forward(input, training), noise);
    }

    /**
     * Draws new data [count, inputs].
     *
     * @param limit the largest absolute value of the data; infinite for data without limit. The estimates of the first
     *     steps have large errors, which clipping keeps from growing
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Tensor sample(int count, double limit, RandomGenerator random) {
        Require.notNull("Diffusion", "random", random);
        Require.that(limit > 0, "Diffusion: expected limit > 0, but was %s", limit);
        Tensor x = Noise.standardNormal(backend.precision(), random, count, inputs);
        Tensor input = backend.precision().zeros(count, inputs + TIME_FEATURES);
        for (int t = schedule.steps(); t >= 1; t--) {
            for (int n = 0; n < count; n++) {
                input.copyRange(n * (inputs + TIME_FEATURES), x, n * inputs, inputs);
                setTime(input, n, t);
            }
            denoise(x, network.forward(input, false), t, limit, random);
        }
        return x;
    }

    /** Computes x_{t-1} from x_t, in place. */
    private void denoise(Tensor x, Tensor predictedNoise, int t, double limit, RandomGenerator random) {
        double kept = schedule.kept(t);
        double keptBefore = schedule.kept(t - 1);
        double beta = schedule.beta(t);
        double ofEstimate = Math.sqrt(keptBefore) * beta / (1 - kept);
        double ofPresent = Math.sqrt(1 - beta) * (1 - keptBefore) / (1 - kept);
        double deviation = Math.sqrt(beta * (1 - keptBefore) / (1 - kept));
        for (int i = 0; i < x.size(); i++) {
            double estimate = (x.get(i) - Math.sqrt(1 - kept) * predictedNoise.get(i)) / Math.sqrt(kept);
            double clipped = Math.max(-limit, Math.min(limit, estimate));
            double noise = t > 1 ? deviation * random.nextGaussian() : 0;
            x.set(i, ofEstimate * clipped + ofPresent * x.get(i) + noise);
        }
    }

    private void setTime(Tensor input, int row, int t) {
        int from = row * (inputs + TIME_FEATURES) + inputs;
        for (int j = 0; j < TIME_FEATURES; j++) {
            input.set(from + j, SinusoidalPositions.code(t, j, TIME_FEATURES));
        }
    }
}
