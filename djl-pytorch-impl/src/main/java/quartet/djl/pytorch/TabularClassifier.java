package quartet.djl.pytorch;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import quartet.contract.MlpSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A multilayer perceptron that classifies the rows of a table, on DJL with PyTorch.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]}</pre>
 */
public final class TabularClassifier implements AutoCloseable {
    private static final int EPOCHS = 30;
    private static final int BATCH_SIZE = 64;
    private static final long SEED = 42;

    private final Model model;

    private TabularClassifier(Model model) {
        this.model = model;
    }

    /** Builds the layers. The initializer is the one of He et al. (2015) for ReLU. */
    public static Block network(MlpSpec spec) {
        SequentialBlock network = new SequentialBlock();
        for (int width : spec.hidden()) {
            network.add(Linear.builder().setUnits(width).build());
            network.add(Activation.reluBlock());
        }
        network.add(Linear.builder().setUnits(spec.outputs()).build());
        network.setInitializer(new XavierInitializer(RandomType.GAUSSIAN, FactorType.IN, 2), Parameter.Type.WEIGHT);
        return network;
    }

    /**
     * Trains a new network with Adam on the softmax cross-entropy.
     *
     * @param seed seeds DJL's random number generator, which draws the initial weights and shuffles the examples
     */
    public static TabularClassifier train(MlpSpec spec, Examples examples, int epochs, int batchSize, long seed)
            throws IOException, TranslateException {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
        Model model = ModelFile.create(network(spec));
        Adam adam = Adam.builder().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(adam)
                .addTrainingListeners(new LossListener());
        try (Trainer trainer = model.newTrainer(config)) {
            trainer.initialize(new Shape(batchSize, spec.inputs()));
            ArrayDataset batches = ExampleDataset.shuffled(trainer.getManager(), examples, batchSize);
            EasyTrain.fit(trainer, epochs, batches, null);
        }
        return new TabularClassifier(model);
    }

    /** Returns the share of the rows whose most probable class is their label. */
    public double evaluate(Examples test) throws IOException, TranslateException {
        return Evaluation.accuracy(model, test);
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features table) throws TranslateException {
        try (Predictor<Features, float[][]> predictor = model.newPredictor(new ClassProbabilities())) {
            return predictor.predict(table);
        }
    }

    /** Writes the weights into a directory. */
    public void save(Path directory) {
        ModelFile.save(model, directory);
    }

    /**
     * Loads a model that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    public static TabularClassifier load(MlpSpec spec, Path directory) {
        return new TabularClassifier(ModelFile.load(network(spec), directory));
    }

    @Override
    public void close() {
        model.close();
    }

    /** Trains on letter-recognition, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException, TranslateException {
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
