package quartet.scratch.generative;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.activation.Sigmoid;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.BinaryCrossEntropy;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A variational autoencoder. The encoder maps an image to a distribution over latent codes, and the decoder maps a code
 * to an image. New images are decoded from codes that are drawn from the prior.
 * <pre>{@code
 * encoder:  x [batch, inputs] -> dense, ReLU [batch, hidden] -> dense [batch, 2 latent] = m, l
 * q(z | x) = N(m, e^l),   p(z) = N(0, 1),   z = m + e^{l/2} e
 * decoder:  z [batch, latent] -> dense, ReLU [batch, hidden] -> dense [batch, inputs] = logits of p(x | z), Bernoulli
 * bound(x) = E_q log p(x | z) - KL(q(z | x) || p(z)) <= log p(x)
 * }</pre>
 * Training maximizes the evidence lower bound. Its expectation is estimated with one z per row, and its KL divergence
 * is exact. Inputs may be any numbers in [0, 1], such as grey levels, which are then interpreted as probabilities of a
 * dark pixel. In that case the bound is not a bound on a density of grey levels.
 * Source: Kingma, Welling (2014), "Auto-Encoding Variational Bayes", equations 3 and 10, appendices B and C.1.
 * Deviation: the paper uses tanh hidden units and Adagrad.
 */
public final class VariationalAutoencoder {

    private final int inputs;
    private final int latent;
    private final Backend backend;
    private final Sequential encoder;
    private final Sequential decoder;
    private final GaussianLatent code;
    private final BinaryCrossEntropy reconstruction = new BinaryCrossEntropy();
    private final Sigmoid sigmoid = new Sigmoid();
    private final List<Parameter> parameters;
    private Tensor logitGradient = Tensor.none();

    /**
     * Creates a model with Glorot uniform weights.
     *
     * @param latent the length of a code
     * @param random draws the weights
     * @throws IllegalArgumentException if a size is not positive
     */
    public VariationalAutoencoder(int inputs, int hidden, int latent, RandomGenerator random, Backend backend) {
        Require.notNull("VariationalAutoencoder", "random", random);
        Require.notNull("VariationalAutoencoder", "backend", backend);
        this.inputs = inputs;
        this.latent = latent;
        this.backend = backend;
        this.encoder = new Sequential(
                new Dense("encoder.hidden", inputs, hidden, backend),
                new Relu(backend),
                new Dense("encoder.code", hidden, 2 * latent, backend));
        this.decoder = new Sequential(
                new Dense("decoder.hidden", latent, hidden, backend),
                new Relu(backend),
                new Dense("decoder.output", hidden, inputs, backend));
        this.code = new GaussianLatent(latent);
        this.parameters = Stream.of(encoder, decoder)
                .flatMap(network -> network.parameters().stream())
                .toList();
        Initializers.glorotUniform().initialize(parameters, random);
    }

    /** Returns the parameters of both networks. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Returns the evidence lower bound for the given noise, averaged over the rows, in nats.
     *
     * @param x [batch, inputs], in [0, 1]
     * @param noise e [batch, latent]
     * @throws IllegalArgumentException if the shapes do not match, there is no row, or a number is outside [0, 1]
     */
    public double bound(Tensor x, Tensor noise) {
        Require.notNull("VariationalAutoencoder", "x", x);
        Require.notNull("VariationalAutoencoder", "noise", noise);
        requireRows(x);
        Tensor z = code.forward(encoder.forward(x, true), noise);
        // The loss is averaged over pixels, whereas a log-probability is their sum.
        double logLikelihood = -inputs * reconstruction.forward(decoder.forward(z, true), x);
        return logLikelihood - code.klDivergence();
    }

    /**
     * Overwrites the gradients of the parameters with those of the negative of the last {@link #bound}.
     *
     * @throws IllegalStateException if {@link #bound} has not been called
     */
    public void backward() {
        Tensor meanGradient = reconstruction.backward();
        logitGradient = meanGradient.reuse(logitGradient);
        for (int i = 0; i < logitGradient.size(); i++) {
            logitGradient.set(i, inputs * meanGradient.get(i));
        }
        encoder.backwardParameters(code.backward(decoder.backward(logitGradient)));
    }

    /**
     * Performs one training step.
     *
     * @param x [batch, inputs], in [0, 1]
     * @param optimizer an optimizer of this model only
     * @param random draws the noise
     * @return the bound before the step, averaged over the rows, in nats
     * @throws IllegalArgumentException as {@link #bound}
     */
    public double trainStep(Tensor x, Optimizer optimizer, RandomGenerator random) {
        Require.notNull("VariationalAutoencoder", "x", x);
        Require.notNull("VariationalAutoencoder", "optimizer", optimizer);
        Require.notNull("VariationalAutoencoder", "random", random);
        requireRows(x);
        double bound = bound(x, noise(x.dimension(0), random));
        backward();
        optimizer.step(parameters);
        return bound;
    }

    /**
     * Returns standard normal numbers [rows, latent], used as noise or as codes from the prior.
     *
     * @throws IllegalArgumentException if the number of rows is negative
     */
    public Tensor noise(int rows, RandomGenerator random) {
        Require.notNull("VariationalAutoencoder", "random", random);
        Tensor noise = backend.precision().zeros(rows, latent);
        for (int i = 0; i < noise.size(); i++) {
            noise.set(i, random.nextGaussian());
        }
        return noise;
    }

    /**
     * Returns the means m of the codes.
     *
     * @param x [batch, inputs]
     * @return a new tensor [batch, latent]
     * @throws IllegalArgumentException if x has another shape
     */
    public Tensor encode(Tensor x) {
        Require.notNull("VariationalAutoencoder", "x", x);
        requireRows(x);
        Tensor withoutNoise = backend.precision().zeros(x.dimension(0), latent);
        return code.forward(encoder.forward(x, false), withoutNoise).copy();
    }

    /**
     * Decodes codes to images of dark-pixel probabilities.
     *
     * @param z [batch, latent]
     * @return a new tensor [batch, inputs], in [0, 1]
     * @throws IllegalArgumentException if z has another shape
     */
    public Tensor decode(Tensor z) {
        Require.notNull("VariationalAutoencoder", "z", z);
        return sigmoid.forward(decoder.forward(z, false), false).copy();
    }

    /** Draws new images [count, inputs], in [0, 1], by decoding codes from the prior. */
    public Tensor sample(int count, RandomGenerator random) {
        Require.notNull("VariationalAutoencoder", "random", random);
        return decode(noise(count, random));
    }

    private void requireRows(Tensor x) {
        if (!x.hasShape(Shapes.ANY, inputs)) {
            throw Shapes.mismatch("VariationalAutoencoder", "input [batch, " + inputs + "]", x);
        }
    }
}
