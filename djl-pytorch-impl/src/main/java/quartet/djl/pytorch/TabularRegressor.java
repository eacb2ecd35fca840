package quartet.djl.pytorch;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
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
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
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
 * A multilayer perceptron that predicts a number from a row of a table, on DJL with PyTorch.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> values [batch, 1]}</pre>
 */
public final class TabularRegressor implements AutoCloseable {
    private static final int EPOCHS = 30;
    private static final int BATCH_SIZE = 64;
    private static final long SEED = 42;

    private final Model model;

    private TabularRegressor(Model model) {
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
     * Trains a new network with Adam on half the squared error.
     *
     * @param seed seeds DJL's random number generator, which draws the initial weights and shuffles the examples
     */
    public static TabularRegressor train(MlpSpec spec, Examples examples, int epochs, int batchSize, long seed)
            throws IOException, TranslateException {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
        Model model = ModelFile.create(network(spec));
        Adam adam = Adam.builder().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
        DefaultTrainingConfig config =
                new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(adam).addTrainingListeners(new LossListener());
        try (Trainer trainer = model.newTrainer(config)) {
            trainer.initialize(new Shape(batchSize, spec.inputs()));
            ArrayDataset batches = ExampleDataset.shuffled(trainer.getManager(), examples, batchSize);
            EasyTrain.fit(trainer, epochs, batches, null);
        }
        return new TabularRegressor(model);
    }

    /** Returns the root of the mean squared error, in the unit of the targets. */
    public double evaluate(Examples test) throws TranslateException {
        float[] expected = test.targets().asValues().values();
        float[] predicted = predict(test.features());
        double sum = 0;
        for (int row = 0; row < expected.length; row++) {
            sum += Math.pow(predicted[row] - expected[row], 2);
        }
        return Math.sqrt(sum / expected.length);
    }

    /** Returns the predicted values [rows]. */
    public float[] predict(Features table) throws TranslateException {
        try (Predictor<Features, float[]> predictor = model.newPredictor(new ValueTranslator())) {
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
    public static TabularRegressor load(MlpSpec spec, Path directory) {
        return new TabularRegressor(ModelFile.load(network(spec), directory));
    }

    @Override
    public void close() {
        model.close();
    }

    /** Trains on california-housing, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException, TranslateException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "california-housing", SEED);
        MlpSpec spec = MlpSpec.regressorFor(data);
        Path directory = Files.createTempDirectory("tabular-regressor");
        try (TabularRegressor trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            double error = data.targetScale().deviation() * trained.evaluate(data.test());
            System.out.printf(Locale.ROOT, "RMSE %.4f%n", error);
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (TabularRegressor loaded = load(spec, directory)) {
            for (float scaled : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.printf(Locale.ROOT, "%.3f%n", data.targetScale().unscale(scaled));
            }
        }
    }

    /** Translates a whole table at once; DJL's own translators handle one row. */
    private static final class ValueTranslator implements NoBatchifyTranslator<Features, float[]> {
        @Override
        public NDList processInput(TranslatorContext context, Features table) {
            return new NDList(ExampleDataset.features(context.getNDManager(), table));
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList values) {
            return values.singletonOrThrow().toFloatArray();
        }
    }
}
