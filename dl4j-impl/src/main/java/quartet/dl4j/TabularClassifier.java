package quartet.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import quartet.contract.MlpSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A multilayer perceptron that classifies the rows of a table, on Deeplearning4j.
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

    /** Returns the layers and the optimizer. The seed determines the initial weights. */
    public static MultiLayerConfiguration network(MlpSpec spec, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .updater(new Adam(1e-3))
                .list();
        for (int width : spec.hidden()) {
            layers.layer(new DenseLayer.Builder().nOut(width).build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
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
        ExampleIterator batches = ExampleIterator.shuffled(examples, batchSize, seed);
        network.setListeners(new ScoreIterationListener(batches.batches()));
        network.fit(batches, epochs);
        return new TabularClassifier(network);
    }

    /** Returns the share of examples whose class is predicted. */
    public double evaluate(Examples test) {
        return network.<Evaluation>evaluate(ExampleIterator.inOrder(test, BATCH_SIZE))
                .accuracy();
    }

    /** Returns class probabilities [rows][classes]. */
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
     * Reads a model that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    public static TabularClassifier load(MlpSpec spec, Path directory) {
        return new TabularClassifier(ModelFile.read(directory, network(spec, SEED)));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on letter-recognition, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "letter-recognition", SEED);
        MlpSpec spec = MlpSpec.classifierFor(data);
        Path directory = Files.createTempDirectory("tabular-classifier");
        try (TabularClassifier trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", trained.evaluate(data.test()));
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (TabularClassifier loaded = load(spec, directory)) {
            for (float[] row : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.println(MostProbable.of(data.classes(), row));
            }
        }
    }
}
