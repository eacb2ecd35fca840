package quartet.djl.tensorflow.graph;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.tensorflow.engine.javacpp.JavacppUtils;
import ai.djl.training.ParameterStore;
import ai.djl.training.dataset.Batch;
import ai.djl.training.evaluator.Evaluator;
import ai.djl.translate.TranslateException;
import ai.djl.util.Utils;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ConfigProto;
import quartet.datasets.Features;

/**
 * The SavedModel of a {@link NetworkGraph}, loaded and run by DJL. Each signature is a block; the blocks share one
 * session and its variables. Each network has its own session. Not thread-safe.
 */
public final class SavedNetwork implements AutoCloseable {
    private static final String DEFINITION = "saved_model.pb";
    private static final String CHECKPOINT = "variables";
    private static final int PREDICTION_BATCH = 256;

    private final Model model;
    private final byte[] definition;
    private final Map<String, TfSymbolBlock> blocks = new HashMap<>();
    private final ParameterStore noParameters;
    private final Predictor<Features, float[][]> predictor;

    private SavedNetwork(Model model, Path directory) throws IOException, MalformedModelException {
        this.model = model;
        Path index = directory.resolve(CHECKPOINT).resolve(CHECKPOINT + ".index");
        if (!Files.exists(index)) {
            // TensorFlow loads a SavedModel without its checkpoint, but fails when it first reads a variable.
            throw new FileNotFoundException(index.toString());
        }
        model.load(directory, null, Map.of("ConfigProto", sessionConfig()));
        definition = Files.readAllBytes(directory.resolve(DEFINITION));
        noParameters = new ParameterStore(model.getNDManager(), false);
        SavedModelBundle bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
        for (String signature : bundle.getMetaGraphDef().getSignatureDefMap().keySet()) {
            blocks.put(signature, new TfSymbolBlock(bundle, signature));
        }
        predictor = model.newPredictor(new FeaturesTranslator());
    }

    /**
     * Creates a network with its initial values.
     *
     * @param seed of the initial values
     */
    public static SavedNetwork create(NetworkGraph graph, long seed) {
        try {
            Path directory = Files.createTempDirectory("saved-model");
            try {
                graph.export(directory, seed);
                return load(directory);
            } finally {
                Utils.deleteQuietly(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("TensorFlow: cannot write a SavedModel to a temporary directory", e);
        }
    }

    /**
     * Loads a network that {@link #save} wrote.
     *
     * @throws UncheckedIOException if the directory does not contain a SavedModel with its checkpoint
     */
    public static SavedNetwork load(Path directory) {
        Model model = Model.newInstance("quartet", "TensorFlow");
        try {
            return new SavedNetwork(model, directory);
        } catch (IOException | MalformedModelException | TensorFlowException e) {
            model.close();
            throw new UncheckedIOException(new IOException("TensorFlow: no network in " + directory, e));
        }
    }

    /**
     * Loads a network as {@link #load(Path)} does, and checks its dimensions.
     *
     * @param features the shape of one row of features, in TensorFlow's layout
     * @param outputs the number of classes, or 1
     * @throws UncheckedIOException if the directory does not contain such a network
     */
    public static SavedNetwork load(Path directory, Shape features, int outputs) {
        SavedNetwork network = load(directory);
        Shape expectedFeatures = new Shape(-1).addAll(features);
        Shape expectedPredictions = new Shape(-1, outputs);
        TfSymbolBlock predict = network.block(NetworkGraph.PREDICT);
        Shape savedFeatures = predict.describeInput().valueAt(0);
        Shape savedPredictions = predict.describeOutput().valueAt(0);
        if (!savedFeatures.equals(expectedFeatures) || !savedPredictions.equals(expectedPredictions)) {
            network.close();
            throw new UncheckedIOException(
                    new IOException("TensorFlow: expected a network from " + expectedFeatures + " to "
                            + expectedPredictions + " in " + directory + ", but was from " + savedFeatures + " to "
                            + savedPredictions));
        }
        return network;
    }

    /** Returns the manager of this network's arrays. A sub-manager of it frees the arrays of one call. */
    public NDManager manager() {
        return model.getNDManager();
    }

    /** Performs one step of the optimizer. Returns the mean loss before the update. */
    public float train(NDArray features, NDArray targets) {
        return run(NetworkGraph.TRAIN, features, targets).singletonOrThrow().getFloat();
    }

    /** Trains for some epochs. Prints the mean loss of each. */
    public void fit(ExampleDataset examples, int epochs) {
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double sum = 0;
            for (Batch batch : examples.getData(manager())) {
                try (batch) {
                    float loss = train(batch.getData().head(), batch.getLabels().head());
                    sum += (double) loss * batch.getSize();
                }
            }
            System.out.printf(Locale.ROOT, "epoch %d: loss %.4f%n", epoch, sum / examples.size());
        }
    }

    /** Returns the predictions [batch, outputs] for a batch of features. */
    public NDArray predict(NDArray features) {
        return run(NetworkGraph.PREDICT, features).singletonOrThrow();
    }

    /** Returns the predictions [rows][outputs] for any number of rows, by DJL's Predictor. */
    public float[][] predict(Features features) {
        float[][] predictions = new float[features.rows()][];
        try {
            for (int from = 0; from < predictions.length; from += PREDICTION_BATCH) {
                int to = Math.min(predictions.length, from + PREDICTION_BATCH);
                float[][] part = predictor.predict(features.slice(from, to));
                System.arraycopy(part, 0, predictions, from, part.length);
            }
            return predictions;
        } catch (TranslateException e) {
            throw new IllegalStateException("TensorFlow: cannot predict", e);
        }
    }

    /** Returns an evaluator's value over all batches. */
    public float evaluate(Evaluator evaluator, ExampleDataset examples) {
        String key = "test";
        evaluator.addAccumulator(key);
        for (Batch batch : examples.getData(manager())) {
            try (batch) {
                NDList predictions = new NDList(predict(batch.getData().head()));
                evaluator.updateAccumulators(new String[] {key}, batch.getLabels(), predictions);
            }
        }
        return evaluator.getAccumulator(key);
    }

    /**
     * Runs a signature. Unnamed inputs are assigned in the alphabetical order of the signature's names. The outputs
     * belong to the manager of the first input.
     *
     * @throws IllegalStateException if the network has no such signature, or is closed
     */
    public NDList run(String signature, NDArray... inputs) {
        return block(signature).forward(noParameters, new NDList(inputs), false);
    }

    /** Returns the names and shapes of a signature's outputs; empty if there is no such signature. */
    public Map<String, Shape> outputs(String signature) {
        TfSymbolBlock block = blocks.get(signature);
        return block == null ? Map.of() : block.describeOutput().toMap();
    }

    /**
     * Writes a SavedModel. Its definition is written last and moved into place, so that a reader never finds an
     * incomplete one.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void save(Path directory) {
        try (NDManager scope = manager().newSubManager()) {
            Path variables = Files.createDirectories(directory.resolve(CHECKPOINT));
            run(NetworkGraph.SAVE, scope.create(variables.resolve(CHECKPOINT).toString()));
            Path temporary = Files.createTempFile(directory, DEFINITION, ".tmp");
            Files.write(temporary, definition);
            Files.move(temporary, directory.resolve(DEFINITION), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | TensorFlowException e) {
            throw new UncheckedIOException(new IOException("TensorFlow: cannot write a network to " + directory, e));
        }
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }

    /**
     * Returns DJL's settings for a session that runs its operations sequentially in the caller's thread. A step of a
     * small network is faster without switching to a thread of TensorFlow.
     */
    static ConfigProto sessionConfig() {
        ConfigProto.Experimental oneByOne = ConfigProto.Experimental.newBuilder()
                .setExecutorType("SINGLE_THREADED_EXECUTOR")
                .build();
        return JavacppUtils.getSessionConfig().toBuilder()
                .setExperimental(oneByOne)
                .build();
    }

    private TfSymbolBlock block(String signature) {
        TfSymbolBlock block = blocks.get(signature);
        if (block == null) {
            throw new IllegalStateException(
                    "TensorFlow: expected one of the signatures " + blocks.keySet() + ", but was " + signature);
        }
        return block;
    }
}
