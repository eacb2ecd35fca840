package quartet.djl.pytorch.adapter;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Features;
import quartet.djl.pytorch.ExampleDataset;
import quartet.djl.pytorch.ModelFile;

/**
 * Trains the network of an example under the strict specification (Adapter): the contract's initial weights, batches,
 * loss and optimizer.
 *
 * <p>The network is the example's own. Only its initializers are replaced, because the contract supplies the weights.
 * Dataset and EasyTrain are not used, because the contract supplies the batches. A JVM has one gradient collector at a
 * time, so networks must not be trained concurrently. The arrays of a step belong to a sub-manager and are freed when
 * the step ends; parameters and the optimizer's moments belong to the model.
 */
final class StrictLearner implements Learner {
    private final ModelSpec spec;
    private final Model model;
    private final Trainer trainer;

    private StrictLearner(ModelSpec spec, TrainingSpec training, Model model) {
        this.spec = spec;
        this.model = model;
        trainer = new OneDeviceTrainer(model, loss(spec), new StrictAdam(training));
        try (NDManager manager = trainer.getManager().newSubManager()) {
            trainer.initialize(ExampleDataset.features(manager, spec.zeros(1)).getShape());
        }
    }

    /**
     * Creates a learner with these initial weights.
     *
     * @throws IllegalArgumentException if the weights do not match such a network
     */
    static StrictLearner create(Block network, ModelSpec spec, TrainingSpec training, Weights initial) {
        CanonicalWeights.initialize(network, spec, initial);
        return new StrictLearner(spec, training, ModelFile.create(network));
    }

    /**
     * Creates a learner with the parameters that {@link #save} wrote.
     *
     * @throws UncheckedIOException if the directory does not contain the parameters of such a network
     */
    static StrictLearner load(Block network, ModelSpec spec, TrainingSpec training, Path directory) {
        Model model = ModelFile.load(network, directory);
        try {
            CanonicalWeights.values(network, spec).check(spec);
            return new StrictLearner(spec, training, model);
        } catch (IllegalArgumentException failure) {
            model.close();
            String message = "expected another network in " + directory + ": " + failure.getMessage();
            throw new UncheckedIOException(new IOException(message, failure));
        }
    }

    @Override
    public float trainBatch(Batch batch) {
        spec.check(batch);
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray loss = backward(batch, manager);
            trainer.step();
            return loss.getFloat();
        }
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray output = trainer.evaluate(new NDList(ExampleDataset.features(manager, features)))
                    .singletonOrThrow();
            return Tensor.of(output.toFloatArray(), features.rows(), spec.outputs());
        }
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        try (NDManager manager = trainer.getManager().newSubManager()) {
            backward(batch, manager);
            return CanonicalWeights.takeGradients(model.getBlock(), spec);
        }
    }

    @Override
    public Weights weights() {
        return CanonicalWeights.values(model.getBlock(), spec);
    }

    @Override
    public void save(Path directory) {
        ModelFile.save(model, directory);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }

    private static Loss loss(ModelSpec spec) {
        return switch (spec.objective()) {
            case CROSS_ENTROPY -> Loss.softmaxCrossEntropyLoss();
            // DJL's default weight of this loss is 1/2. With 1 it is the mean squared error.
            case SQUARED_ERROR -> Loss.l2Loss("MeanSquaredError", 1);
        };
    }

    /** Computes the gradients, which DJL stores with the parameters. Returns the mean loss of the batch. */
    private NDArray backward(Batch batch, NDManager manager) {
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList output = trainer.forward(new NDList(ExampleDataset.features(manager, batch.features())));
            NDArray loss =
                    trainer.getLoss().evaluate(new NDList(ExampleDataset.targets(manager, batch.targets())), output);
            collector.backward(loss);
            return loss;
        }
    }
}
