package quartet.scratch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import quartet.datasets.Datasets;
import quartet.datasets.PreparedData;
import quartet.scratch.backend.Backend;
import quartet.scratch.generative.neural.GenerativeAdversarialNetwork;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.LeakyRelu;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.activation.Sigmoid;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.training.BatchNormalization;
import quartet.scratch.nn.training.Dropout;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.optim.Adam;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.tensor.Tensor;
import quartet.scratch.training.Batch;
import quartet.scratch.training.MiniBatches;

/**
 * Trains a generator of 8 x 8 digits against a discriminator that distinguishes them from real ones.
 *
 * <p>Arguments: the picture's file (else {@code target/adversarial-digits.png}), the number of epochs (else {@value
 * #EPOCHS}).
 */
public final class DigitGan {
    private static final int EPOCHS = 300;
    private static final int BATCH = 64;
    private static final int LATENT = 16;
    private static final int HIDDEN = 128;
    private static final double LEARNING_RATE = 5e-4;
    /** Radford, Metz, Chintala (2016), section 4: a beta1 of 0.9 makes the training oscillate. */
    private static final double BETA1 = 0.5;

    private static final int DRAWN = 8 * DigitPictures.COLUMNS;
    private static final long SEED = 42;

    private DigitGan() {}

    /** Trains, prints both losses, and writes a picture of new digits. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "target/adversarial-digits.png");
        int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EPOCHS;
        PreparedData data = Datasets.load("digits", SEED);
        Random random = new Random(SEED);
        Sequential generator = generator();
        Sequential discriminator = discriminator(random);
        Initializers.heNormal().initialize(generator.parameters(), random);
        Initializers.heNormal().initialize(discriminator.parameters(), random);

        GenerativeAdversarialNetwork model =
                new GenerativeAdversarialNetwork(generator, discriminator, LATENT, Backend.standard());
        Optimizer ofDiscriminator = optimizer();
        Optimizer ofGenerator = optimizer();
        Tensor digits = DigitPictures.greyLevels(data.train().features());
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double discriminatorLoss = 0;
            double generatorLoss = 0;
            MiniBatches<Tensor> batches = MiniBatches.shuffled(digits, digits, BATCH, random);
            for (Batch<Tensor> batch : batches) {
                var losses = model.trainStep(batch.inputs(), ofDiscriminator, ofGenerator, random);
                discriminatorLoss += losses.discriminator() / batches.count();
                generatorLoss += losses.generator() / batches.count();
            }
            if (epoch == 1 || epoch % 20 == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "epoch %3d: discriminator %.3f, generator %.3f%n",
                        epoch,
                        discriminatorLoss,
                        generatorLoss);
            }
        }
        DigitPictures.write(model.sample(DRAWN, random), file);
    }

    private static Sequential generator() {
        return new Sequential(
                new Dense("generator.hidden1", LATENT, HIDDEN),
                new BatchNormalization("generator.norm1", HIDDEN),
                new Relu(),
                new Dense("generator.hidden2", HIDDEN, HIDDEN),
                new BatchNormalization("generator.norm2", HIDDEN),
                new Relu(),
                new Dense("generator.output", HIDDEN, DigitPictures.PIXELS),
                new Sigmoid());
    }

    private static Sequential discriminator(Random random) {
        return new Sequential(
                new Dense("discriminator.hidden1", DigitPictures.PIXELS, HIDDEN),
                new LeakyRelu(0.2),
                new Dropout(0.3, random),
                new Dense("discriminator.hidden2", HIDDEN, HIDDEN),
                new LeakyRelu(0.2),
                new Dropout(0.3, random),
                new Dense("discriminator.output", HIDDEN, 1));
    }

    private static Optimizer optimizer() {
        return new Adam(LEARNING_RATE, BETA1, 0.999, 1e-8);
    }
}
