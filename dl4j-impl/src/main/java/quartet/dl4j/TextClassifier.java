package quartet.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.listeners.ScoreIterationListener;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import quartet.contract.TextSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A bag of embeddings that classifies texts, on Deeplearning4j.
 *
 * <pre>{@code
 * tokens [batch, length] -> embedding [batch, dimension, length] -> mean over tokens that are not padding
 *   -> (dense -> ReLU) for each hidden layer -> dense -> softmax [batch, classes]
 * }</pre>
 *
 * A mask marks the tokens that are padding.
 */
public final class TextClassifier implements AutoCloseable {
    private static final int EPOCHS = 5;
    private static final int BATCH_SIZE = 32;
    private static final long SEED = 42;

    private final MultiLayerNetwork network;

    private TextClassifier(MultiLayerNetwork network) {
        this.network = network;
    }

    /** Returns the layers and the optimizer. The seed determines the initial weights. */
    public static MultiLayerConfiguration network(TextSpec spec, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .updater(new Adam(1e-3))
                .list();
        layers.layer(new EmbeddingSequenceLayer.Builder()
                .nIn(spec.vocabulary())
                .nOut(spec.dimension())
                .inputLength(spec.length())
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .weightInit(new UniformDistribution(-0.05, 0.05))
                .build());
        layers.layer(new MaskedMean());
        int inputs = spec.dimension();
        for (int width : spec.hidden()) {
            layers.layer(new DenseLayer.Builder().nIn(inputs).nOut(width).build());
            inputs = width;
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(inputs)
                .nOut(spec.classes())
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build());
        return layers.build();
    }

    /** Trains a new network, and logs the loss once in each epoch. */
    public static TextClassifier train(TextSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        MultiLayerNetwork network = new MultiLayerNetwork(network(spec, seed));
        network.init();
        ExampleIterator batches = ExampleIterator.shuffled(examples, batchSize, seed);
        network.setListeners(new ScoreIterationListener(batches.batches()));
        network.fit(batches, epochs);
        return new TextClassifier(network);
    }

    /** Returns the share of texts whose class is predicted. */
    public double evaluate(Examples test) {
        return network.<Evaluation>evaluate(ExampleIterator.inOrder(test, BATCH_SIZE))
                .accuracy();
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features features) {
        DataSet texts = Nd4jArrays.dataSet(features);
        try (INDArray tokens = texts.getFeatures();
                INDArray mask = texts.getFeaturesMaskArray();
                INDArray probabilities = network.output(tokens, false, mask, null)) {
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
    public static TextClassifier load(TextSpec spec, Path directory) {
        return new TextClassifier(ModelFile.read(directory, network(spec, SEED)));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on sentiment-labelled-sentences, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "sentiment-labelled-sentences", SEED);
        TextSpec spec = TextSpec.forData(data);
        Path directory = Files.createTempDirectory("text-classifier");
        try (TextClassifier trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", trained.evaluate(data.test()));
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (TextClassifier loaded = load(spec, directory)) {
            for (float[] row : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.println(MostProbable.of(data.classes(), row));
            }
        }
    }
}
