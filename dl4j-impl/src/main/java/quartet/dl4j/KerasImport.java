package quartet.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A convolutional network from Keras in Deeplearning4j. It is read from a file of Keras, makes the same predictions,
 * and is trained further.
 *
 * <pre>{@code
 * images [batch, height, width, channels] -> (convolution 3x3 same, ReLU -> max pooling 2x2) twice
 *   -> flatten -> dense -> softmax [batch, classes]
 * }</pre>
 *
 * <p>Notes:
 *
 * <ul>
 *   <li>Deeplearning4j 1.0.0-M2.1 reads the HDF5 files of Keras 1 and 2, but not those of Keras 3. {@code
 *       compare/peers/keras2.py} writes a model of Keras 3 in the format of Keras 2.
 *   <li>Keras keeps the channels of an image last. The imported layers do the same, so the flattened values have the
 *       order that the weights of the dense layer expect. The images of the data sets have their channels first, and are
 *       transposed.
 *   <li>The file determines the loss and the optimizer, here Adam. The importer omits the state of the optimizer, so
 *       its moments begin at zero.
 * </ul>
 *
 * <p>{@code compare/peers/keras_model.py} trained the network of {@link #main} on fashion-mnist-mini, and wrote its file.
 */
public final class KerasImport implements AutoCloseable {
    private static final String TRAINED_BY_KERAS = "fashion-mnist-mini.h5";
    private static final int EPOCHS = 2;
    private static final int BATCH_SIZE = 64;
    private static final long SEED = 42;

    private final MultiLayerNetwork network;

    private KerasImport(MultiLayerNetwork network) {
        this.network = network;
    }

    /**
     * Reads the layers, the weights, the loss and the optimizer of a compiled Sequential model.
     *
     * @throws UncheckedIOException if the file cannot be read, or contains no model that Deeplearning4j imports
     */
    public static KerasImport read(Path file) {
        try {
            MultiLayerNetwork network = KerasModelImport.importKerasSequentialModelAndWeights(file.toString());
            removeIdleDropout(network);
            return new KerasImport(network);
        } catch (IOException
                | InvalidKerasConfigurationException
                | UnsupportedKerasConfigurationException
                | RuntimeException e) { // A damaged file causes a RuntimeException of the HDF5 library.
            String message = file + " holds no model that Deeplearning4j imports: " + e.getMessage();
            throw new UncheckedIOException(new IOException(message, e));
        }
    }

    /**
     * Removes the dropout that the importer adds to each layer. It retains all values, so predictions stay the same, but
     * the backward pass of a convolution with channels last fails on it.
     */
    private static void removeIdleDropout(MultiLayerNetwork network) {
        for (Layer layer : network.getLayers()) {
            if (layer.conf().getLayer().getIDropout() instanceof Dropout dropout && dropout.getP() == 1) {
                layer.conf().getLayer().setIDropout(null);
            }
        }
    }

    /** Trains the network further, with the loss and the optimizer that Keras used. */
    public void train(Examples examples, int epochs, int batchSize, long seed) {
        DataSet rows = channelsLast(examples);
        for (int epoch = 0; epoch < epochs; epoch++) {
            rows.shuffle(seed + epoch);
            network.fit(new ViewIterator(rows, batchSize));
        }
    }

    /** Returns the share of images whose class is predicted. */
    public double evaluate(Examples test) {
        return network.<Evaluation>evaluate(new ViewIterator(channelsLast(test), BATCH_SIZE))
                .accuracy();
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features features) {
        try (INDArray images = channelsLast(Nd4jArrays.dataSet(features).getFeatures());
                INDArray probabilities = network.output(images)) {
            return probabilities.toFloatMatrix();
        }
    }

    /** Writes the network in Deeplearning4j's own format, which {@link MultiLayerNetwork#load} reads. */
    public void save(Path directory) {
        ModelFile.write(network, directory);
    }

    @Override
    public void close() {
        network.close();
    }

    private static DataSet channelsLast(Examples examples) {
        DataSet rows = Nd4jArrays.dataSet(examples);
        rows.setFeatures(channelsLast(rows.getFeatures()));
        return rows;
    }

    /** Copies images [rows, channels, height, width] to [rows, height, width, channels]. */
    private static INDArray channelsLast(INDArray images) {
        return images.permute(0, 2, 3, 1).dup('c');
    }

    /** Imports the network that Keras trained on fashion-mnist-mini, and trains it further on the same images. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load("fashion-mnist-mini", SEED);
        Path directory = Files.createTempDirectory("keras-import");
        Path file = directory.resolve(TRAINED_BY_KERAS);
        try (InputStream resource = KerasImport.class.getResourceAsStream(TRAINED_BY_KERAS)) {
            Files.copy(Objects.requireNonNull(resource), file);
        }
        try (KerasImport imported = read(file)) {
            System.out.printf(Locale.ROOT, "accuracy as Keras left it %.4f%n", imported.evaluate(data.test()));
            imported.train(data.train(), EPOCHS, BATCH_SIZE, SEED);
            System.out.printf(
                    Locale.ROOT, "accuracy after %d more epochs %.4f%n", EPOCHS, imported.evaluate(data.test()));
            for (float[] row : imported.predict(data.test().features().slice(0, 5))) {
                System.out.println(MostProbable.of(data.classes(), row));
            }
            imported.save(directory);
            System.out.println("saved in " + directory);
        }
    }
}
