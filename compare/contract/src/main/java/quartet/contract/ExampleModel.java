package quartet.contract;

import java.nio.file.Path;
import quartet.datasets.Features;

/** A trained example (adapter). The examples themselves do not depend on the contract, so they can be copied. */
public interface ExampleModel extends Predictor, AutoCloseable {

    /** Returns class probabilities [rows, classes], or values [rows, 1]. */
    @Override
    Tensor predict(Features features);

    /**
     * Writes the model in the framework's own format, so that {@link Engine#loadExample} can read it.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void save(Path directory);

    @Override
    void close();
}
