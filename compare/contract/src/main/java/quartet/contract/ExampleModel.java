package quartet.contract;

import java.nio.file.Path;
import quartet.datasets.Features;

/**
 * A trained example behind the contract (Adapter). The examples themselves do not know the contract: a reader can take
 * one away.
 */
public interface ExampleModel extends Predictor, AutoCloseable {

    /** Class probabilities [rows, classes], or values [rows, 1]. */
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
