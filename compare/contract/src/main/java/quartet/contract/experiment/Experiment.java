package quartet.contract.experiment;

import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.PreparedData;

/**
 * Everything that a training starts from, drawn once: the same for every engine.
 *
 * @param data the prepared data set
 * @param spec the network
 * @param training optimizer and budget
 * @param initial the weights to start from
 * @param order the order of the training rows
 */
public record Experiment(PreparedData data, ModelSpec spec, TrainingSpec training, Weights initial, BatchOrder order) {
    /** The seed when none is given. */
    public static final long SEED = 42;

    /** Returns a project's experiment on some data with the strict specification's network. */
    public static Experiment of(Project project, PreparedData data, TrainingSpec training, long seed) {
        return of(data, project.specification(data), training, seed);
    }

    /** Returns an experiment on some data with a given network. */
    public static Experiment of(PreparedData data, ModelSpec spec, TrainingSpec training, long seed) {
        return new Experiment(
                data,
                spec,
                training,
                InitialWeights.draw(spec, seed),
                new BatchOrder(data.train().rows(), training.epochs(), seed));
    }
}
