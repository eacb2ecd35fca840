package quartet.djl.tensorflow.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A network as a TensorFlow graph, with the gradients that TensorFlow derives. Signatures are the functions that a
 * caller can run after the graph is exported as a SavedModel:
 *
 * <pre>{@code
 * train             features, targets -> loss           one step; the loss is that before the update
 * serving_default   features          -> predictions
 * save              file              -> file           writes a checkpoint
 * }</pre>
 */
public final class NetworkGraph implements AutoCloseable {
    /** The signature that performs one step of the optimizer. */
    public static final String TRAIN = "train";
    /** The signature that predicts. */
    public static final String PREDICT = "serving_default";
    /** The signature that writes a checkpoint. */
    public static final String SAVE = "save";

    private final GraphBuilder builder;
    private final Operand<TFloat32> outputs;
    private final Operand<TFloat32> loss;
    private final List<Output<TFloat32>> gradients;
    private final List<Signature> signatures = new ArrayList<>();

    NetworkGraph(GraphBuilder builder, Operand<TFloat32> outputs, Operand<TFloat32> loss) {
        this.builder = builder;
        this.outputs = outputs;
        this.loss = loss;
        Output<?>[] values = builder.parameters().stream()
                .map(parameter -> parameter.value().asOutput())
                .toArray(Output<?>[]::new);
        gradients = Arrays.stream(builder.graph().addGradients(loss.asOutput(), values))
                .map(gradient -> gradient.expect(TFloat32.class))
                .toList();
    }

    /** Returns TensorFlow's operations on this graph. */
    public Ops operations() {
        return builder.operations();
    }

    /** Returns logits [batch, classes] or values [batch, 1]. */
    public Operand<TFloat32> outputs() {
        return outputs;
    }

    /** Returns the parameters, in the order in which the network added them. */
    public List<Variable> parameters() {
        return List.copyOf(builder.parameters());
    }

    /** Returns the gradients of the mean loss with respect to the parameters, in the order of the parameters. */
    public List<Output<TFloat32>> gradients() {
        return gradients;
    }

    /** Adds the signature {@link #TRAIN}, which minimizes the loss. */
    public void addTraining(Optimizer optimizer) {
        List<Op> updates = optimizer.update(builder, parameters(), gradients);
        // A run that fetches this copy of the loss must first run the updates.
        Operand<TFloat32> lossOfStep =
                operations().withControlDependencies(updates).identity(loss);
        addSignature(signatureOfBatch(TRAIN).output("loss", lossOfStep));
    }

    /** Adds the signature {@link #PREDICT}. */
    public void addPrediction(Operand<TFloat32> predictions) {
        addSignature(Signature.builder(PREDICT)
                .input(GraphBuilder.FEATURES, builder.inputs().get(GraphBuilder.FEATURES))
                .output("predictions", predictions));
    }

    /** Starts a signature with features and targets as inputs. */
    public Signature.Builder signatureOfBatch(String key) {
        Signature.Builder signature = Signature.builder(key);
        builder.inputs().forEach(signature::input);
        return signature;
    }

    /** Adds a signature. */
    public void addSignature(Signature.Builder signature) {
        signatures.add(signature.build());
    }

    /** Writes a SavedModel with the initial values for this seed. */
    void export(Path directory, long seed) throws IOException {
        addSignature(Checkpoint.save(operations(), builder.variables(), SAVE));
        Op initialize = builder.initialize();
        try (Session session = new Session(builder.graph(), SavedNetwork.sessionConfig());
                TInt64 seedValue = TInt64.scalarOf(seed)) {
            session.runner()
                    .feed(builder.initializers().seed(), seedValue)
                    .addTarget(initialize)
                    .run()
                    .close();
            SavedModelBundle.exporter(directory.toString())
                    .withSession(session)
                    .withSignatures(signatures.toArray(Signature[]::new))
                    .export();
        }
    }

    @Override
    public void close() {
        builder.graph().close();
    }
}
