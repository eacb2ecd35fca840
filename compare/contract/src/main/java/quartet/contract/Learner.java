package quartet.contract;

import java.nio.file.Path;
import quartet.datasets.Features;

/**
 * A trainable network. Not thread-safe. Every method throws {@link IllegalArgumentException} if features or targets do
 * not match its specification (see {@link ModelSpec#check(Batch)}).
 */
public interface Learner extends Predictor, AutoCloseable {

    /** Performs one optimizer step on the mean loss of the batch. Returns that loss, before the update. */
    float trainBatch(Batch batch);

    /** Returns class logits [rows, classes] (before any softmax), or values [rows, 1]. */
    @Override
    Tensor predict(Features features);

    /** Returns the gradients of the batch's mean loss, by canonical name, in canonical layout. Updates nothing. */
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
