package quartet.djl.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.exceptions.TensorFlowException;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/**
 * A network that {@link TfGraph} described, loaded from its SavedModel and run by DJL. The signatures are blocks that
 * share one session and so the variables in it; another network has a session of its own.
 */
final class TfNetwork implements AutoCloseable {
    private static final String DEFINITION = "saved_model.pb";
    private static final String CHECKPOINT = "variables";

    private final ModelSpec spec;
    private final Model model;
    private final byte[] definition;
    private final TfSymbolBlock train;
    private final TfSymbolBlock predict;
    private final TfSymbolBlock gradients;
    private final TfSymbolBlock weights;
    private final TfSymbolBlock start;
    private final TfSymbolBlock save;
    private final ParameterStore noParameters;
    private final TfArrays arrays = new TfArrays();

    private TfNetwork(ModelSpec spec, Model model, Path directory) throws IOException, MalformedModelException {
        this.spec = spec;
        this.model = model;
        model.load(directory, null, Map.of("ConfigProto", TensorFlowLibrary.sessionConfig()));
        definition = Files.readAllBytes(directory.resolve(DEFINITION));
        noParameters = new ParameterStore(model.getNDManager(), false);
        SavedModelBundle bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
        train = block(bundle, TfGraph.TRAIN);
        predict = block(bundle, TfGraph.PREDICT);
        gradients = block(bundle, TfGraph.GRADIENTS);
        weights = block(bundle, TfGraph.WEIGHTS);
        start = block(bundle, TfGraph.START);
        save = block(bundle, TfGraph.SAVE);
        checkParameters();
    }

    /**
     * A network as the graph describes it; the graph is closed.
     *
     * @throws IllegalArgumentException if the weights are not those of the specification
     */
    static TfNetwork create(ModelSpec spec, TfGraph graph, TrainingSpec training, Weights initial) {
        try (graph) {
            initial.check(spec);
            Path directory = Files.createTempDirectory("saved-model");
            try {
                graph.export(directory, initial);
                return load(spec, training, directory);
            } finally {
                Utils.deleteQuietly(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("TensorFlow: a SavedModel cannot be written to a temporary folder", e);
        }
    }

    /**
     * A network that {@link #save} wrote; Adam starts anew.
     *
     * @throws UncheckedIOException if the directory does not hold a network of this specification
     */
    static TfNetwork load(ModelSpec spec, TrainingSpec training, Path directory) {
        TensorFlowLibrary.load();
        Model model = Model.newInstance("quartet", "TensorFlow");
        try {
            TfNetwork network = new TfNetwork(spec, model, directory);
            network.start(training);
            // TensorFlow says nothing of a missing checkpoint until a variable is read.
            network.weights();
            return network;
        } catch (IOException | MalformedModelException | TensorFlowException e) {
            model.close();
            throw new UncheckedIOException(new IOException("TensorFlow: no such network in " + directory, e));
        }
    }

    /** The scope of one call: all arrays that are made in it are freed when it is closed. */
    NDManager newManager() {
        return model.getNDManager().newSubManager();
    }

    /** A copy of the numbers in this scope. */
    NDArray array(NDManager manager, float[] numbers, long... shape) {
        return arrays.array(manager, numbers, shape);
    }

    /** A copy of the numbers in this scope. */
    NDArray array(NDManager manager, int[] numbers, long... shape) {
        return arrays.array(manager, numbers, shape);
    }

    /** One step of Adam; the mean loss before it. */
    float train(NDArray features, NDArray targets) {
        return run(train, features, targets).singletonOrThrow().getFloat();
    }

    Tensor predict(NDArray features) {
        return TfArrays.tensor(run(predict, features).singletonOrThrow());
    }

    /** Gradients of the mean loss. */
    Weights gradients(NDArray features, NDArray targets) {
        return weights(run(gradients, features, targets));
    }

    Weights weights() {
        try (NDManager manager = newManager()) {
            // The signature has no input; but DJL gives its results to the manager of the first one.
            return weights(run(weights, manager.create(0f)));
        }
    }

    /**
     * Writes a SavedModel; its definition comes last, and at once, so that nobody takes a half-written one for whole.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void save(Path directory) {
        try (NDManager manager = newManager()) {
            Path variables = Files.createDirectories(directory.resolve(CHECKPOINT));
            run(save, manager.create(variables.resolve(CHECKPOINT).toString()));
            Path temporary = Files.createTempFile(directory, DEFINITION, ".tmp");
            Files.write(temporary, definition);
            Files.move(temporary, directory.resolve(DEFINITION), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | TensorFlowException e) {
            throw new UncheckedIOException(new IOException("TensorFlow: cannot write a network to " + directory, e));
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private void checkParameters() throws MalformedModelException {
        Map<String, Shape> expected = new HashMap<>();
        spec.parameterShapes()
                .forEach((name, shape) -> expected.put(
                        name, new Shape(Arrays.stream(shape).asLongStream().toArray())));
        Map<String, Shape> saved = weights.describeOutput().toMap();
        if (!saved.equals(expected)) {
            throw new MalformedModelException("expected parameters " + expected + ", but were " + saved);
        }
    }

    private void start(TrainingSpec training) {
        try (NDManager manager = newManager()) {
            run(start, TfAdam.settings(manager, training));
        }
    }

    /** Inputs that have no name are taken in the alphabetical order of the signature's. */
    private NDList run(TfSymbolBlock signature, NDArray... inputs) {
        return signature.forward(noParameters, new NDList(inputs), false);
    }

    private static TfSymbolBlock block(SavedModelBundle bundle, String signature) throws MalformedModelException {
        // DJL would take another one instead.
        if (!bundle.getMetaGraphDef().containsSignatureDef(signature)) {
            throw new MalformedModelException("expected the signature " + signature + ", but there is none");
        }
        return new TfSymbolBlock(bundle, signature);
    }

    private Weights weights(NDList values) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        spec.parameterShapes().keySet().forEach(name -> tensors.put(name, TfArrays.tensor(values.get(name))));
        return new Weights(tensors);
    }
}
