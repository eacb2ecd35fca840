package quartet.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import quartet.contract.MlpSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.nn.training.NetworkFile;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.Tensor;

/**
 * A multilayer perceptron that classifies the rows of a table, from scratch.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]}</pre>
 */
public final class TabularClassifier implements AutoCloseable {
    private static final int EPOCHS = 30;
    private static final int BATCH_SIZE = 64;
    private static final double LEARNING_RATE = 1e-3;
    private static final long SEED = 42;
    private static final String FILE = "weights.safetensors";

    private final Sequential network;

    private TabularClassifier(Sequential network) {
        this.network = network;
    }

    /** Builds the layers, whose weights are zero until {@link #train} or {@link #load} sets them. */
    public static Sequential network(MlpSpec spec) {
        List<Layer> layers = new ArrayList<>();
        int width = spec.inputs();
        for (int i = 0; i < spec.hidden().size(); i++) {
            layers.add(new Dense("hidden" + (i + 1), width, spec.hidden().get(i)));
            layers.add(new Relu());
            width = spec.hidden().get(i);
        }
        layers.add(new Dense("output", width, spec.outputs()));
        return new Sequential(layers);
    }

    /**
     * Trains a new network with Adam on the softmax cross-entropy. The initial weights are those of He et al. (2015) for
     * ReLU.
     *
     * @param seed determines the initial weights and the order of the rows in each epoch
     */
    public static TabularClassifier train(MlpSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        Random random = new Random(seed);
        Sequential network = network(spec);
        Initializers.heNormal().initialize(network.parameters(), random);
        SoftmaxCrossEntropy crossEntropy = new SoftmaxCrossEntropy();
        Adam adam = new Adam(LEARNING_RATE);

        for (int epoch = 1; epoch <= epochs; epoch++) {
            double sum = 0;
            for (Examples batch : ExampleBatches.shuffled(examples, batchSize, random)) {
                Tensor logits = network.forward(ExampleBatches.input(batch.features()), true);
                sum += batch.rows() * crossEntropy.forward(logits, ExampleBatches.labels(batch.targets()));
                network.backwardParameters(crossEntropy.backward());
                adam.step(network.parameters());
            }
            System.out.printf(Locale.ROOT, "epoch %d: loss %.4f%n", epoch, sum / examples.rows());
        }
        return new TabularClassifier(network);
    }

    /** Returns the share of the rows whose most probable class is their label. */
    public double evaluate(Examples test) {
        return ClassProbabilities.accuracy(test.targets(), predict(test.features()));
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features table) {
        return ClassProbabilities.of(network.forward(ExampleBatches.input(table), false));
    }

    /** Writes the weights into a directory. */
    public void save(Path directory) {
        NetworkFile.save(network, directory.resolve(FILE));
    }

    /**
     * Loads a model that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    public static TabularClassifier load(MlpSpec spec, Path directory) {
        return new TabularClassifier(NetworkFile.load(network(spec), directory.resolve(FILE)));
    }

    /** Does nothing: the arrays of the network belong to the garbage collector. */
    @Override
    public void close() {}

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
                System.out.println(ClassProbabilities.mostProbable(data.classes(), row));
            }
        }
    }
}
