package quartet.scratch.adapter;

import java.nio.file.Path;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Features;
import quartet.scratch.ExampleBatches;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.training.NetworkFile;
import quartet.scratch.optim.Adam;

/**
 * Trains the network of an example under the strict specification (Adapter).
 *
 * <p>Layers, losses and optimizer are those of the examples: the library's Adam is the one of the paper, so the strict
 * division needs no other. Only the initial weights and the batches come from the contract.
 */
final class StrictLearner implements Learner {
    private static final String FILE = "weights.safetensors";

    private final ModelSpec spec;
    private final Sequential network;
    private final SoftmaxCrossEntropy crossEntropy = new SoftmaxCrossEntropy();
    private final MeanSquaredError squaredError = new MeanSquaredError();
    private final Adam adam;

    private StrictLearner(ModelSpec spec, TrainingSpec training) {
        this.spec = spec;
        network = Example.of(spec).network().get();
        adam = new Adam(training.learningRate(), training.beta1(), training.beta2(), training.epsilon());
    }

    /**
     * Creates a learner that starts from these weights.
     *
     * @throws IllegalArgumentException if they are not the weights of such a network
     */
    static StrictLearner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        initial.check(spec);
        StrictLearner learner = new StrictLearner(spec, training);
        CanonicalWeights.assign(learner.network, initial);
        return learner;
    }

    /**
     * Creates a learner with the weights that {@link #save} wrote. Adam restarts.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    static StrictLearner load(ModelSpec spec, TrainingSpec training, Path directory) {
        StrictLearner learner = new StrictLearner(spec, training);
        NetworkFile.load(learner.network, directory.resolve(FILE));
        return learner;
    }

    @Override
    public float trainBatch(Batch batch) {
        spec.check(batch);
        float meanLoss = backward(batch);
        adam.step(network.parameters());
        return meanLoss;
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        return CanonicalWeights.tensor(network.forward(ExampleBatches.input(features), false));
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        backward(batch);
        return CanonicalWeights.gradients(network);
    }

    @Override
    public Weights weights() {
        return CanonicalWeights.values(network);
    }

    @Override
    public void save(Path directory) {
        NetworkFile.save(network, directory.resolve(FILE));
    }

    @Override
    public void close() {
        // The arrays belong to the garbage collector.
    }

    /** Returns the mean loss of the batch and leaves its gradients in the parameters. */
    private float backward(Batch batch) {
        var predictions = network.forward(ExampleBatches.input(batch.features()), true);
        return switch (spec.objective()) {
            case CROSS_ENTROPY -> {
                double loss = crossEntropy.forward(predictions, ExampleBatches.labels(batch.targets()));
                network.backwardParameters(crossEntropy.backward());
                yield (float) loss;
            }
            case SQUARED_ERROR -> {
                double loss = squaredError.forward(predictions, ExampleBatches.values(batch.targets()));
                network.backwardParameters(squaredError.backward());
                yield (float) loss;
            }
        };
    }
}
