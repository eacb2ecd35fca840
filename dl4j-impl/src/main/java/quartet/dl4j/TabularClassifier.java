package quartet.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.listeners.ScoreIterationListener;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import quartet.contract.MlpSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * Tells the class of a table's row with a multilayer perceptron.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> softmax [batch, classes]}</pre>
 */
public final class TabularClassifier implements AutoCloseable {
    private static final int EPOCHS = 30;
    private static final int BATCH_SIZE = 64;
    private static final long SEED = 42;

    private final MultiLayerNetwork network;

    private TabularClassifier(MultiLayerNetwork network) {
        this.network = network;
    }

    /** The layers. The seed determines the initial weights. */
    public static MultiLayerConfiguration network(MlpSpec spec, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .updater(new Adam(1e-3))
                .list();
        for (int i = 0; i < spec.hidden().size(); i++) {
            layers.layer(new DenseLayer.Builder()
                    .name("hidden" + (i + 1))
                    .nOut(spec.hidden().get(i))
                    .activation(Activation.RELU)
                    .build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .name("output")
                .nOut(spec.outputs())
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build());
        return layers.setInputType(InputType.feedForward(spec.inputs())).build();
    }

    /** Trains a new network, and logs the loss once in each epoch. */
    public static TabularClassifier train(MlpSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        MultiLayerNetwork network = new MultiLayerNetwork(network(spec, seed));
        network.init();
        ExamplesIterator batches = ExamplesIterator.shuffled(examples, batchSize, seed);
        network.setListeners(new ScoreIterationListener(batches.batches()));
        network.fit(batches, epochs);
        return new TabularClassifier(network);
    }

    /** The share of examples whose class is predicted. */
    public double evaluate(Examples test) {
        Evaluation evaluation = network.evaluate(ExamplesIterator.inOrder(test, BATCH_SIZE));
        return evaluation.accuracy();
    }

    /** Class probabilities [rows][classes]. */
    public float[][] predict(Features features) {
        try (INDArray rows = Nd4jArrays.dataSet(features).getFeatures();
                INDArray probabilities = network.output(rows)) {
            return probabilities.toFloatMatrix();
        }
    }

    /** Writes the network and the optimizer's state. */
    public void save(Path directory) {
        ModelFile.write(network, directory);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory holds no such network
     */
    public static TabularClassifier load(MlpSpec spec, Path directory) {
        return new TabularClassifier(ModelFile.read(directory, network(spec, SEED)));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on letter-recognition, or on the data set of the first argument, and predicts a few rows. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "letter-recognition", SEED);
        MlpSpec spec = MlpSpec.classifierFor(data);
        Path directory = Files.createTempDirectory("tabular-classifier");
        try (TabularClassifier classifier = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", classifier.evaluate(data.test()));
            classifier.save(directory);
        }
        try (TabularClassifier classifier = load(spec, directory)) {
            float[][] probabilities = classifier.predict(data.test().features().slice(0, 5));
            List<String> classes = data.classes();
            int[] labels = data.test().targets().asClasses().labels();
            for (int row = 0; row < probabilities.length; row++) {
                int predicted =
                        Nd4j.createFromArray(probabilities[row]).argMax().getInt();
                System.out.printf(
                        Locale.ROOT,
                        "row %d: %s with probability %.3f (label: %s)%n",
                        row,
                        classes.get(predicted),
                        probabilities[row][predicted],
                        classes.get(labels[row]));
            }
        }
    }
}
