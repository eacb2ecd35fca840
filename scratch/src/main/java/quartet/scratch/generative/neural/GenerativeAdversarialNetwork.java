package quartet.scratch.generative.neural;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.loss.BinaryCrossEntropy;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A generative adversarial network (GAN). The generator G maps noise to data; the discriminator D estimates whether
 * data are real.
 * <pre>{@code
 * D minimizes  -E log s(D(x)) - E log(1 - s(D(G(z))));   s = sigmoid, z standard normal
 * G minimizes  -E log s(D(G(z)))
 * }</pre>
 * In the optimum the generated data have the distribution of the real ones, and D returns the logit 0 everywhere.
 * Shapes: z [batch, latent], data [batch, ...], logits of D [batch, 1]. Source: Goodfellow et al. (2014), "Generative
 * Adversarial Nets", algorithm 1, with one step of D for each step of G and the loss of G that section 3 recommends
 * because its gradient does not vanish.
 */
public final class GenerativeAdversarialNetwork {
    private final Layer generator;
    private final Layer discriminator;
    private final int latent;
    private final Backend backend;
    private final BinaryCrossEntropy loss = new BinaryCrossEntropy();

    /**
     * The losses of one step, each before its update.
     *
     * @param discriminator the mean of both terms of its loss; log 2 if it cannot distinguish real from generated data
     * @param generator its loss; log 2 in the optimum
     */
    public record Losses(double discriminator, double generator) {}

    /**
     * Creates a model of two networks, whose weights the caller initializes. A discriminator should not contain batch
     * normalization, which would mix the statistics of real and generated data.
     *
     * @throws IllegalArgumentException if latent is not positive
     */
    public GenerativeAdversarialNetwork(Layer generator, Layer discriminator, int latent, Backend backend) {
        Require.notNull("GenerativeAdversarialNetwork", "generator", generator);
        Require.notNull("GenerativeAdversarialNetwork", "discriminator", discriminator);
        Require.notNull("GenerativeAdversarialNetwork", "backend", backend);
        this.generator = generator;
        this.discriminator = discriminator;
        this.latent = Require.positive("GenerativeAdversarialNetwork", "latent", latent);
        this.backend = backend;
    }

    /**
     * Performs one step of the discriminator and one of the generator.
     *
     * @param real [batch, ...]
     * @param random draws the noise
     * @throws IllegalArgumentException if the networks do not accept the shape
     */
    public Losses trainStep(Tensor real, Optimizer ofDiscriminator, Optimizer ofGenerator, RandomGenerator random) {
        Require.notNull("GenerativeAdversarialNetwork", "real", real);
        Require.notNull("GenerativeAdversarialNetwork", "of discriminator", ofDiscriminator);
        Require.notNull("GenerativeAdversarialNetwork", "of generator", ofGenerator);
        Require.notNull("GenerativeAdversarialNetwork", "random", random);
        int batch = real.dimension(0);
        double first = stepOfDiscriminator(real, ofDiscriminator, random);
        Tensor logits = discriminator.forward(generator.forward(noise(batch, random), true), true);
        double second = loss.forward(logits, filled(1, logits));
        generator.backwardParameters(discriminator.backward(loss.backward()));
        ofGenerator.step(generator.parameters());
        return new Losses(first, second);
    }

    private double stepOfDiscriminator(Tensor real, Optimizer optimizer, RandomGenerator random) {
        int batch = real.dimension(0);
        Tensor fake = generator.forward(noise(batch, random), true);
        if (!fake.sameShape(real)) {
            throw Shapes.mismatch(
                    "GenerativeAdversarialNetwork", "real data of the shape of the generated ones, " + fake, real);
        }
        // One batch of both kinds: a backward pass overwrites the gradients of the one before.
        int[] shape = real.shape();
        shape[0] = 2 * batch;
        Tensor both = real.like(shape);
        both.copyRange(0, real, 0, real.size());
        both.copyRange(real.size(), fake, 0, fake.size());
        Tensor logits = discriminator.forward(both, true);
        Tensor targets = filled(0, logits);
        for (int i = 0; i < batch; i++) {
            targets.set(i, 1);
        }
        double mean = loss.forward(logits, targets);
        discriminator.backwardParameters(loss.backward());
        optimizer.step(discriminator.parameters());
        return mean;
    }

    /** Draws new data [count, ...]. */
    public Tensor sample(int count, RandomGenerator random) {
        Require.notNull("GenerativeAdversarialNetwork", "random", random);
        return generator.forward(noise(count, random), false).copy();
    }

    private Tensor noise(int count, RandomGenerator random) {
        return Noise.standardNormal(backend.precision(), random, count, latent);
    }

    private static Tensor filled(double value, Tensor like) {
        Tensor filled = like.like(like.shape());
        filled.fill(value);
        return filled;
    }
}
