package quartet.contract.experiment;

import java.util.Map;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Datasets;
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

    private static final int PREDICTION_BATCH = 256;

    /** A project's experiment on some data with the strict specification's network. */
    public static Experiment of(Project project, PreparedData data, TrainingSpec training, long seed) {
        return of(data, project.specification(data), training, seed);
    }

    /** An experiment on some data with a given network. */
    public static Experiment of(PreparedData data, ModelSpec spec, TrainingSpec training, long seed) {
        return new Experiment(
                data,
                spec,
                training,
                InitialWeights.draw(spec, seed),
                new BatchOrder(data.train().rows(), training.epochs(), seed));
    }

    /** For a {@code main}: the data set named by the first argument, or else the project's default one. */
    public static Experiment of(Project project, String... arguments) {
        String dataset = arguments.length > 0 ? arguments[0] : project.dataset(Scale.DEFAULT);
        return of(project, Datasets.load(dataset, SEED), project.training(), SEED);
    }

    /** Trains a network that was created from {@link #spec}, {@link #training} and {@link #initial}. */
    public void train(Learner learner, TrainingListener... listeners) {
        new Trainer(learner, data.train(), order, training.batchSize(), listeners).train();
    }

    /** The scores on the test set, by name. */
    public Map<String, Double> score(Learner learner) {
        return Scores.of(data, Predictions.of(learner, data.test().features(), PREDICTION_BATCH));
    }
}
