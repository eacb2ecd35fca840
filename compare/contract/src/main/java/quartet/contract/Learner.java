package quartet.contract;

import java.nio.file.Path;
import quartet.datasets.Features;

/**
 * A network that learns. Not thread-safe. Every method throws {@link IllegalArgumentException} for features or targets
 * that are not those of its specification (see {@link ModelSpec#check(Batch)}).
 */
public interface Learner extends Predictor, AutoCloseable {

    /** One optimizer step on the mean loss of the batch. Returns that loss, before the update. */
    float trainBatch(Batch batch);

    /** Class logits [rows, classes] (before any softmax), or values [rows, 1]. */
    @Override
    Tensor predict(Features features);

    /** Gradients of the mean loss of the batch, by canonical name, in canonical layout. Nothing is updated. */
    Weights gradients(Batch batch);

    /** Returns a copy of all parameters, by canonical name, in canonical layout. */
    Weights weights();

    /**
     * Writes the network in the framework's own format, so that {@link Engine#load} can read it.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void save(Path directory);

    @Override
    void close();
}
