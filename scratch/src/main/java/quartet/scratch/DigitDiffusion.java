package quartet.scratch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import quartet.datasets.Datasets;
import quartet.datasets.PreparedData;
import quartet.scratch.backend.Backend;
import quartet.scratch.generative.neural.Diffusion;
import quartet.scratch.generative.neural.NoiseSchedule;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Silu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.graph.Residual;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.nn.training.LayerNormalization;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.Tensor;
import quartet.scratch.training.Batch;
import quartet.scratch.training.MiniBatches;

/**
 * Trains a diffusion model on the 8 x 8 digits, which generates new digits from noise.
 *
 * <p>Arguments: the picture's file (else {@code target/diffused-digits.png}), the number of epochs (else {@value
 * #EPOCHS}).
 */
public final class DigitDiffusion {
    private static final int EPOCHS = 200;
    private static final int BATCH = 64;
    private static final int HIDDEN = 192;
    private static final int STEPS = 100;
    private static final double LEARNING_RATE = 1e-3;
    private static final int DRAWN = 8 * DigitPictures.COLUMNS;
    private static final long SEED = 42;

    private DigitDiffusion() {}

    /** Trains, prints the loss on training digits, and writes a picture of new digits. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "target/diffused-digits.png");
        int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EPOCHS;
        PreparedData data = Datasets.load("digits", SEED);
        Random random = new Random(SEED);
        Sequential network = network();
        Initializers.glorotUniform().initialize(network.parameters(), random);
        Diffusion model = new Diffusion(network, DigitPictures.PIXELS, NoiseSchedule.cosine(STEPS), Backend.standard());
        Adam adam = new Adam(LEARNING_RATE);
        Tensor digits = scaled(DigitPictures.greyLevels(data.train().features()), 2, -1);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double sum = 0;
            for (Batch<Tensor> batch : MiniBatches.shuffled(digits, digits, BATCH, random)) {
                sum += batch.rows() * model.trainStep(batch.inputs(), adam, random);
            }
            if (epoch == 1 || epoch % 10 == 0) {
                System.out.printf(Locale.ROOT, "epoch %3d: loss %.4f%n", epoch, sum / digits.dimension(0));
            }
        }
        DigitPictures.write(scaled(model.sample(DRAWN, 1, random), 0.5, 0.5), file);
    }

    /** Returns three residual blocks between two affine layers. */
    private static Sequential network() {
        return new Sequential(
                new Dense("input", DigitPictures.PIXELS + Diffusion.TIME_FEATURES, HIDDEN),
                block("block1"),
                block("block2"),
                block("block3"),
                new Dense("output", HIDDEN, DigitPictures.PIXELS));
    }

    private static Layer block(String name) {
        return new Residual(
                new LayerNormalization(name + ".norm", HIDDEN),
                new Dense(name + ".first", HIDDEN, HIDDEN),
                new Silu(),
                new Dense(name + ".second", HIDDEN, HIDDEN));
    }

    /** Returns factor x + offset. */
    private static Tensor scaled(Tensor x, double factor, double offset) {
        Tensor scaled = x.copy();
        for (int i = 0; i < x.size(); i++) {
            scaled.set(i, factor * x.get(i) + offset);
        }
        return scaled;
    }
}
