package quartet.scratch.generative;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
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
 * Learns to draw what it has seen: one network turns a picture into a distribution of short codes, another turns a code
 * into a picture, and codes of new pictures are drawn from the prior.
 * <pre>{@code
 * encoder:  x [batch, inputs] -> dense, ReLU [batch, hidden] -> dense [batch, 2 latent] = m, l
 * q(z | x) = N(m, e^l),   p(z) = N(0, 1),   z = m + e^{l/2} e
 * decoder:  z [batch, latent] -> dense, ReLU [batch, hidden] -> dense [batch, inputs] = logits of p(x | z), Bernoulli
 * bound(x) = E_q log p(x | z) - KL(q(z | x) || p(z)) <= log p(x)
 * }</pre>
 * Training makes the bound rise; its expectation is estimated with one z for each row, its divergence is exact. An
 * input may be any number in [0, 1], such as a grey level: it is then taken as the probability of a dark pixel, and the
 * bound is one of no density of grey levels, though it trains well. Source: Kingma, Welling (2014), "Auto-Encoding
 * Variational Bayes", equations 3 and 10, appendices B and C.1; there the hidden units are tanh and the optimizer is
 * Adagrad.
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
     * A model with Glorot's uniform weights.
     *
     * @param latent the length of a code
     * @param random draws the weights
     * @throws IllegalArgumentException if a size is not positive
     */
    public VariationalAutoencoder(int inputs, int hidden, int latent, RandomGenerator random, Backend backend) {
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

    /** The parameters of both networks. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * The bound with given noise, the mean over the rows, in nats.
     *
     * @param x [batch, inputs], in [0, 1]
     * @param noise e [batch, latent]
     * @throws IllegalArgumentException if the shapes do not fit, there is no row, or a number is outside [0, 1]
     */
    public double bound(Tensor x, Tensor noise) {
        requireRows(x);
        Tensor z = code.forward(encoder.forward(x, true), noise);
        // The loss is a mean over pixels too; a log probability is their sum.
        double logLikelihood = -inputs * reconstruction.forward(decoder.forward(z, true), x);
        return logLikelihood - code.divergence();
    }

    /**
     * Overwrites the parameters' gradients with those of minus the last {@link #bound}.
     *
     * @throws IllegalStateException if there was none
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
     * One step uphill.
     *
     * @param x [batch, inputs], in [0, 1]
     * @param optimizer of this model alone
     * @param random draws the noise
     * @return the bound before the step, the mean over the rows, in nats
     * @throws IllegalArgumentException as {@link #bound}
     */
    public double trainStep(Tensor x, Optimizer optimizer, RandomGenerator random) {
        requireRows(x);
        double bound = bound(x, noise(x.dimension(0), random));
        backward();
        optimizer.step(parameters);
        return bound;
    }

    /**
     * Standard normal numbers [rows, latent]: the noise of a bound, or codes from the prior.
     *
     * @throws IllegalArgumentException if the number of rows is negative
     */
    public Tensor noise(int rows, RandomGenerator random) {
        Tensor noise = backend.precision().zeros(rows, latent);
        for (int i = 0; i < noise.size(); i++) {
            noise.set(i, random.nextGaussian());
        }
        return noise;
    }

    /**
     * The means m of the codes.
     *
     * @param x [batch, inputs]
     * @return a new tensor [batch, latent]
     * @throws IllegalArgumentException if x is of another shape
     */
    public Tensor encode(Tensor x) {
        requireRows(x);
        Tensor withoutNoise = backend.precision().zeros(x.dimension(0), latent);
        return code.forward(encoder.forward(x, false), withoutNoise).copy();
    }

    /**
     * The pictures of codes, as probabilities of dark pixels.
     *
     * @param z [batch, latent]
     * @return a new tensor [batch, inputs], in [0, 1]
     * @throws IllegalArgumentException if z is of another shape
     */
    public Tensor decode(Tensor z) {
        return sigmoid.forward(decoder.forward(z, false), false).copy();
    }

    /** New pictures [count, inputs], in [0, 1]: codes from the prior, decoded. */
    public Tensor sample(int count, RandomGenerator random) {
        return decode(noise(count, random));
    }

    private void requireRows(Tensor x) {
        if (!x.hasShape(Shapes.ANY, inputs)) {
            throw Shapes.mismatch("VariationalAutoencoder", "input [batch, " + inputs + "]", x);
        }
    }
}
