package quartet.scratch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.Learner;
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
import quartet.scratch.nn.dense.Flatten;
import quartet.scratch.nn.image.Conv2d;
import quartet.scratch.nn.image.MaxPool2d;
import quartet.scratch.nn.image.Padding;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.IntTensor;

/**
 * A convolutional network for images, from scratch.
 *
 * <pre>{@code
 * images [batch, channels, height, width] -> (convolution 3x3 same -> max pooling 2x2 -> ReLU) for each of filters
 *   -> flatten -> dense -> ReLU -> dense -> logits [batch, classes]
 * }</pre>
 *
 * The layers, the loss and the optimizer are those of {@link quartet.scratch.nn} and {@link quartet.scratch.optim}.
 * Their weights have the canonical layout.
 */
public final class ImageClassifier implements Learner {
    private final CnnSpec spec;
    private final Sequential network;
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    private final Adam adam;

    public ImageClassifier(CnnSpec spec, TrainingSpec training, Weights initial) {
        initial.check(spec);
        this.spec = spec;
        network = network(spec);
        adam = new Adam(training.learningRate(), training.beta1(), training.beta2(), training.epsilon());
        Parameters.assign(network, initial);
    }

    /** Reads what {@link #save} wrote. */
    public static ImageClassifier load(CnnSpec spec, TrainingSpec training, Path directory) {
        return new ImageClassifier(spec, training, Parameters.read(directory));
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

    /** Trains on fashion-mnist-mini, or on the data set that is named, and prints the scores. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.of(Project.CV, arguments);
        try (Learner learner =
                new ImageClassifier((CnnSpec) experiment.spec(), experiment.training(), experiment.initial())) {
            experiment.train(learner, new ConsoleListener());
            System.out.println(experiment.score(learner));
        }
    }

    private static Sequential network(CnnSpec spec) {
        List<Layer> layers = new ArrayList<>();
        int channels = spec.channels();
        for (int i = 0; i < spec.filters().size(); i++) {
            int filters = spec.filters().get(i);
            layers.add(new Conv2d("conv" + (i + 1), channels, filters, CnnSpec.KERNEL, Padding.SAME));
            layers.add(new MaxPool2d(CnnSpec.POOL));
            layers.add(new Relu());
            channels = filters;
        }
        layers.add(new Flatten());
        layers.add(new Dense("hidden", spec.flattened(), spec.hidden()));
        layers.add(new Relu());
        layers.add(new Dense("output", spec.hidden(), spec.classes()));
        return new Sequential(layers);
    }

    private float backpropagate(Batch batch) {
        spec.check(batch);
        double meanLoss = loss.forward(network.forward(features(batch.features()), true), labels(batch));
        network.backwardParameters(loss.backward());
        return (float) meanLoss;
    }

    private static FloatTensor features(Features features) {
        Features.Values values = features.asValues();
        return FloatTensor.of(values.data(), values.shape());
    }

    private static IntTensor labels(Batch batch) {
        return IntTensor.labels(batch.targets().asClasses().labels());
    }
}
