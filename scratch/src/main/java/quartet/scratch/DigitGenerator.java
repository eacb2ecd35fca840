package quartet.scratch;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Random;
import quartet.datasets.Datasets;
import quartet.datasets.PreparedData;
import quartet.scratch.backend.Backend;
import quartet.scratch.generative.VariationalAutoencoder;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/**
 * Generates new digits with a variational autoencoder that learns the 8 x 8 digits. The picture has three bands of 16
 * columns: test digits, their reconstructions, and new digits.
 *
 * <p>Arguments: the picture's file (else {@code target/generated-digits.png}), the number of epochs (else
 * {@value #EPOCHS}).
 */
public final class DigitGenerator {
    private static final int PIXELS = DigitPictures.PIXELS;
    private static final int HIDDEN = 256;
    private static final int LATENT = 10;
    private static final int BATCH = 64;
    private static final int EPOCHS = 150;
    private static final double LEARNING_RATE = 1e-3;
    private static final long SEED = 42;

    private static final int COLUMNS = DigitPictures.COLUMNS;
    private static final int SHOWN_ROWS = 2;
    private static final int NEW_ROWS = 8;
    private static final int CELL = DigitPictures.CELL;
    private static final int BAND_GAP = 12;

    private DigitGenerator() {}

    /** Trains, prints the bound on training and on test digits, and writes the picture. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "target/generated-digits.png");
        int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EPOCHS;
        PreparedData data = Datasets.load("digits", SEED);
        Tensor train = DigitPictures.greyLevels(data.train().features());
        Tensor test = DigitPictures.greyLevels(data.test().features());
        Random random = new Random(SEED);
        VariationalAutoencoder model = new VariationalAutoencoder(PIXELS, HIDDEN, LATENT, random, Backend.standard());
        train(model, train, epochs, random);
        System.out.printf("test digits: bound %.2f nats%n", model.bound(test, model.noise(test.dimension(0), random)));
        DigitPictures.write(picture(model, test, random), file);
    }

    private static void train(VariationalAutoencoder model, Tensor digits, int epochs, Random random) {
        Adam adam = new Adam(LEARNING_RATE);
        int rows = digits.dimension(0);
        int batches = rows / BATCH;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            int[] order = random.ints(0, rows).distinct().limit(rows).toArray();
            double bound = 0;
            for (int b = 0; b < batches; b++) {
                Tensor batch = FloatTensor.zeros(BATCH, PIXELS);
                for (int i = 0; i < BATCH; i++) {
                    batch.copyRange(i * PIXELS, digits, order[b * BATCH + i] * PIXELS, PIXELS);
                }
                bound += model.trainStep(batch, adam, random) / batches;
            }
            if (epoch == 1 || epoch % 10 == 0) {
                System.out.printf("epoch %3d: bound %.2f nats%n", epoch, bound);
            }
        }
    }

    private static BufferedImage picture(VariationalAutoencoder model, Tensor test, Random random) {
        int shown = SHOWN_ROWS * COLUMNS;
        Tensor originals = FloatTensor.zeros(shown, PIXELS);
        originals.copyRange(0, test, 0, shown * PIXELS);
        int bandHeight = SHOWN_ROWS * CELL + BAND_GAP;
        BufferedImage image = DigitPictures.blank(2 * bandHeight + NEW_ROWS * CELL);
        DigitPictures.draw(image, originals, 0);
        DigitPictures.draw(image, model.decode(model.encode(originals)), bandHeight);
        DigitPictures.draw(image, model.sample(NEW_ROWS * COLUMNS, random), 2 * bandHeight);
        return image;
    }
}
