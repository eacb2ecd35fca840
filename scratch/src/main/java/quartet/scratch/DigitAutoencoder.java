package quartet.scratch;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import quartet.datasets.Datasets;
import quartet.datasets.PreparedData;
import quartet.scratch.backend.Backend;
import quartet.scratch.generative.neural.Autoencoder;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.application.Pca;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.activation.Sigmoid;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Matrices;
import quartet.scratch.tensor.Tensor;
import quartet.scratch.training.Batch;
import quartet.scratch.training.MiniBatches;

/**
 * An autoencoder compresses the 64 pixels of a digit to {@value #CODE} numbers. It is compared with the principal
 * components of the same number. Its picture shows digits that it has not seen, their reconstructions, and those of the
 * principal components.
 *
 * <p>Arguments: the picture's file (else {@code target/compressed-digits.png}), the number of epochs (else {@value
 * #EPOCHS}).
 */
public final class DigitAutoencoder {
    private static final int EPOCHS = 100;
    private static final int BATCH = 64;
    private static final int HIDDEN = 128;
    private static final int CODE = 6;
    private static final double LEARNING_RATE = 1e-3;
    private static final int SHOWN = 2 * DigitPictures.COLUMNS;
    private static final int BAND = 2 * DigitPictures.CELL + 12;
    private static final long SEED = 42;

    private DigitAutoencoder() {}

    /** Trains, prints the errors on test digits, and writes the picture. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "target/compressed-digits.png");
        int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EPOCHS;
        PreparedData data = Datasets.load("digits", SEED);
        Tensor train = DigitPictures.greyLevels(data.train().features());
        Tensor test = DigitPictures.greyLevels(data.test().features());
        Autoencoder model = train(train, epochs);
        Pca pca = Pca.fit(Matrices.of(train), CODE);
        Matrix pixels = Matrices.of(test);
        Matrix restored = pca.inverseTransform(pca.transform(pixels));
        System.out.printf(
                Locale.ROOT,
                "test digits: mean squared error %.5f, of %d principal components %.5f%n",
                model.error(test),
                CODE,
                meanSquare(restored.minus(pixels)));

        Tensor shown = FloatTensor.zeros(SHOWN, DigitPictures.PIXELS);
        shown.copyRange(0, test, 0, shown.size());
        Tensor ofComponents = FloatTensor.zeros(SHOWN, DigitPictures.PIXELS);
        Matrices.copy(restored.block(0, SHOWN, 0, DigitPictures.PIXELS), ofComponents);
        BufferedImage image = DigitPictures.blank(3 * BAND);
        DigitPictures.draw(image, shown, 0);
        DigitPictures.draw(image, model.decode(model.encode(shown)), BAND);
        DigitPictures.draw(image, ofComponents, 2 * BAND);
        DigitPictures.write(image, file);
    }

    private static Autoencoder train(Tensor digits, int epochs) {
        Random random = new Random(SEED);
        Sequential encoder = new Sequential(
                new Dense("encoder.hidden", DigitPictures.PIXELS, HIDDEN),
                new Relu(),
                new Dense("encoder.code", HIDDEN, CODE));
        Sequential decoder = new Sequential(
                new Dense("decoder.hidden", CODE, HIDDEN),
                new Relu(),
                new Dense("decoder.output", HIDDEN, DigitPictures.PIXELS),
                new Sigmoid());
        Autoencoder model = new Autoencoder(encoder, decoder, Backend.standard());
        Initializers.heNormal().initialize(model.parameters(), random);
        Adam adam = new Adam(LEARNING_RATE);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double sum = 0;
            for (Batch<Tensor> batch : MiniBatches.shuffled(digits, digits, BATCH, random)) {
                sum += batch.rows() * model.trainStep(batch.inputs(), adam);
            }
            if (epoch == 1 || epoch % 10 == 0) {
                System.out.printf(
                        Locale.ROOT, "epoch %3d: mean squared error %.5f%n", epoch, sum / digits.dimension(0));
            }
        }
        return model;
    }

    private static double meanSquare(Matrix matrix) {
        double sum = 0;
        for (double entry : matrix.toRowMajor()) {
            sum += entry * entry;
        }
        return sum / (matrix.rows() * matrix.columns());
    }
}
