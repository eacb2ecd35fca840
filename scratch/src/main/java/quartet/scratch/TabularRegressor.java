package quartet.scratch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.MlpSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.ConsoleListener;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.datasets.Features;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.FloatTensor;

/**
 * A multilayer perceptron that predicts a number from a row of a table, from scratch.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> values [batch, 1]}</pre>
 *
 * The layers, the loss and the optimizer are those of {@link quartet.scratch.nn} and {@link quartet.scratch.optim}.
 * Their layout is the canonical one, so weights pass unchanged.
 */
public final class TabularRegressor implements Learner {
    private final MlpSpec spec;
    private final Sequential network;
    private final MeanSquaredError loss = new MeanSquaredError();
    private final Adam adam;

    public TabularRegressor(MlpSpec spec, TrainingSpec training, Weights initial) {
        initial.check(spec);
        this.spec = spec;
        network = network(spec);
        adam = new Adam(training.learningRate(), training.beta1(), training.beta2(), training.epsilon());
        Parameters.assign(network, initial);
    }

    /** Reads what {@link #save} wrote. */
    public static TabularRegressor load(MlpSpec spec, TrainingSpec training, Path directory) {
        return new TabularRegressor(spec, training, Parameters.read(directory));
    }

    @Override
    public float trainBatch(Batch batch) {
        float meanLoss = backpropagate(batch);
        adam.step(network.parameters());
        return meanLoss;
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        return Parameters.copy(network.forward(features(features), false));
    }

    @Override
    public Weights gradients(Batch batch) {
        backpropagate(batch);
        return Parameters.gradients(network);
    }

    @Override
    public Weights weights() {
        return Parameters.values(network);
    }

    @Override
    public void save(Path directory) {
        Parameters.write(network, directory);
    }

    @Override
    public void close() {
        // Plain Java arrays: the garbage collector's.
    }

    /** Trains on california-housing, or on the data set that is named, and prints the scores. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.of(Project.REGRESSION, arguments);
        try (Learner learner =
                new TabularRegressor((MlpSpec) experiment.spec(), experiment.training(), experiment.initial())) {
            experiment.train(learner, new ConsoleListener());
            System.out.println(experiment.score(learner));
        }
    }

    private static Sequential network(MlpSpec spec) {
        List<Layer> layers = new ArrayList<>();
        int width = spec.inputs();
        for (int i = 0; i < spec.hidden().size(); i++) {
            layers.add(new Dense("hidden" + (i + 1), width, spec.hidden().get(i)));
            layers.add(new Relu());
            width = spec.hidden().get(i);
        }
        layers.add(new Dense("output", width, spec.outputs()));
        return new Sequential(layers);
    }

    private float backpropagate(Batch batch) {
        spec.check(batch);
        double meanLoss = loss.forward(network.forward(features(batch.features()), true), values(batch));
        network.backwardParameters(loss.backward());
        return (float) meanLoss;
    }

    private static FloatTensor features(Features features) {
        Features.Values values = features.asValues();
        return FloatTensor.of(values.data(), values.shape());
    }

    private static FloatTensor values(Batch batch) {
        return FloatTensor.of(batch.targets().asValues().values(), batch.rows(), 1);
    }
}
