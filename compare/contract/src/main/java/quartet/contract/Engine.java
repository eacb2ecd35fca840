package quartet.contract;

import java.nio.file.Path;

/**
 * A deep-learning framework behind the contract: a Factory of {@link Learner}s. The worker finds it by ServiceLoader in
 * a JVM of its own.
 */
public interface Engine {

    /** Names and versions, as the loaded framework itself tells them. */
    EngineInfo info();

    /**
     * A network of this form, starting from these weights.
     *
     * @throws IllegalArgumentException if the weights are not those of the specification
     */
    Learner create(ModelSpec spec, TrainingSpec training, Weights initial);

    /**
     * A network that {@link Learner#save} wrote. It predicts as the saved one did; the optimizer starts anew.
     *
     * @throws java.io.UncheckedIOException if the directory does not hold such a network
     */
    Learner load(ModelSpec spec, TrainingSpec training, Path directory);
}
