package quartet.contract.experiment;

import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.PreparedData;

/**
 * The complete input of a training, generated once and identical for every engine.
 *
 * @param data the prepared data set
 * @param spec the network
 * @param training optimizer and budget
 * @param initial the initial weights
 * @param order the order of the training rows
 */
public record Experiment(PreparedData data, ModelSpec spec, TrainingSpec training, Weights initial, BatchOrder order) {
    /** The default seed. */
    public static final long SEED = 42;

    /** Creates a project's experiment on some data, with the network of the strict specification. */
    public static Experiment of(Project project, PreparedData data, TrainingSpec training, long seed) {
        return of(data, project.specification(data), training, seed);
    }

    /** Creates an experiment on some data with a given network. */
    public static Experiment of(PreparedData data, ModelSpec spec, TrainingSpec training, long seed) {
        return new Experiment(
                data,
                spec,
                training,
                InitialWeights.draw(spec, seed),
                new BatchOrder(data.train().rows(), training.epochs(), seed));
    }
}
