package quartet.dl4j;

import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
import quartet.datasets.Targets;

/**
 * A convolutional network for images, on Deeplearning4j.
 *
 * <pre>{@code
 * images [batch, channels, height, width] -> (convolution 3x3 same -> ReLU -> max pooling 2x2) for each of filters
 *   -> flatten -> dense -> ReLU -> dense -> logits [batch, classes]
 * }</pre>
 *
 * The layers, the backward pass and Adam are Deeplearning4j's; {@link SoftmaxCrossEntropy} is its loss on logits and
 * {@link PaperAdam} gives its Adam the epsilon of the paper. Images are [channels, height, width] and convolutions
 * [out, in, height, width] in Deeplearning4j as they are in the contract; from the input's type it derives each layer's
 * inputs and flattens, in that order, before the first dense layer. Arrays live outside the Java heap: those that this
 * class makes, it closes.
 */
public final class ImageClassifier implements Learner {
    private final CnnSpec spec;
    private final MultiLayerNetwork network;

    /**
     * A network that starts from these weights.
     *
     * @throws IllegalArgumentException if they are not the weights of such a network
     */
    public ImageClassifier(CnnSpec spec, TrainingSpec training, Weights initial) {
        initial.check(spec);
        Nd4jLibrary.load();
        this.spec = spec;
        network = new MultiLayerNetwork(network(spec, training));
        network.init();
        Parameters.assign(network, initial);
    }

    /**
     * A network that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not hold such a network
     */
    public static ImageClassifier load(CnnSpec spec, TrainingSpec training, Path directory) {
        return new ImageClassifier(spec, training, Parameters.read(spec, directory));
    }

    @Override
    public float trainBatch(Batch batch) {
        spec.check(batch);
        try (INDArray features = features(batch.features());
                INDArray labels = labels(batch.targets())) {
            network.fit(features, labels);
            return (float) network.score();
        }
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        try (INDArray input = features(features);
                INDArray logits = network.output(input)) {
            return Parameters.tensor(logits, features.rows(), spec.outputs());
        }
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        try (INDArray features = features(batch.features());
                INDArray labels = labels(batch.targets())) {
            Gradient sums =
                    network.calculateGradients(features, labels, null, null).getFirst();
            return Parameters.gradients(network, spec, sums, batch.rows());
        }
    }

    @Override
    public Weights weights() {
        return Parameters.values(network, spec);
    }

    @Override
    public void save(Path directory) {
        Parameters.write(network, directory);
    }

    @Override
    public void close() {
        network.close();
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

    private static MultiLayerConfiguration network(CnnSpec spec, TrainingSpec training) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                // The initial weights are assigned from outside; otherwise this would say WeightInit.RELU.
                .weightInit(WeightInit.ZERO)
                .updater(new PaperAdam(training))
                // What the convolutions unfold in the forward pass is kept for the backward pass.
                .cacheMode(CacheMode.DEVICE)
                .list();
        for (int i = 0; i < spec.filters().size(); i++) {
            layers.layer(new ConvolutionLayer.Builder(CnnSpec.KERNEL, CnnSpec.KERNEL)
                    .name("conv" + (i + 1))
                    .nOut(spec.filters().get(i))
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Activation.RELU)
                    .build());
            layers.layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(CnnSpec.POOL, CnnSpec.POOL)
                    .stride(CnnSpec.POOL, CnnSpec.POOL)
                    .convolutionMode(ConvolutionMode.Truncate)
                    .build());
        }
        layers.layer(new DenseLayer.Builder()
                .name("hidden")
                .nOut(spec.hidden())
                .activation(Activation.RELU)
                .build());
        layers.layer(new OutputLayer.Builder(new SoftmaxCrossEntropy())
                .name("output")
                .nOut(spec.outputs())
                .activation(Activation.IDENTITY)
                .build());
        return layers.setInputType(InputType.convolutional(spec.height(), spec.width(), spec.channels()))
                .build();
    }

    private static INDArray features(Features features) {
        Features.Values values = features.asValues();
        return Nd4j.create(
                values.data(), Arrays.stream(values.shape()).asLongStream().toArray(), 'c');
    }

    /** One-hot rows [batch, classes]. */
    private static INDArray labels(Targets targets) {
        Targets.Classes classes = targets.asClasses();
        float[] oneHot = new float[classes.rows() * classes.classes()];
        for (int row = 0; row < classes.rows(); row++) {
            oneHot[row * classes.classes() + classes.labels()[row]] = 1;
        }
        return Nd4j.create(oneHot, new long[] {classes.rows(), classes.classes()}, 'c');
    }
}
