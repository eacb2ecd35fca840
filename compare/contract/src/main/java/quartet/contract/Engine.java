package quartet.contract;

import java.nio.file.Path;
import quartet.datasets.Examples;

/** A deep-learning framework: a factory of {@link Learner}s. The worker finds it by ServiceLoader in a separate JVM. */
public interface Engine {

    /** Returns names and versions, as reported by the loaded framework. */
    EngineInfo info();

    /**
     * Creates a network of this form with these initial weights.
     *
     * @throws IllegalArgumentException if the weights are not those of the specification
     */
    Learner create(ModelSpec spec, TrainingSpec training, Weights initial);

    /**
     * Loads a network that {@link Learner#save} wrote. Its predictions equal those of the saved network; the
     * optimizer's state is reset.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    Learner load(ModelSpec spec, TrainingSpec training, Path directory);

    /**
     * Trains the unmodified example that implements this network, with the framework's own initialization, optimizer
     * defaults, shuffling and data pipeline. The idiomatic division measures this method.
     *
     * @param train the training set
     * @param epochs passes over the training set
     * @param batchSize rows in a step
     * @param seed of the framework's random number generator
     * @throws UnsupportedOperationException if the engine has no examples
     */
    default ExampleModel trainExample(ModelSpec spec, Examples train, int epochs, int batchSize, long seed) {
        throw new UnsupportedOperationException(info().name() + " has no examples");
    }

    /**
     * Loads a model that {@link ExampleModel#save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a model
     * @throws UnsupportedOperationException if the engine has no examples
     */
    default ExampleModel loadExample(ModelSpec spec, Path directory) {
        throw new UnsupportedOperationException(info().name() + " has no examples");
    }
}
