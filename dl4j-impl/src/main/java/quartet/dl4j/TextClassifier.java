package quartet.dl4j;

import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.ConsoleListener;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.datasets.Features;
import quartet.datasets.Targets;
import quartet.datasets.Vocabulary;

/**
 * A bag of embeddings for texts, on Deeplearning4j.
 *
 * <pre>{@code
 * tokens [batch, length] -> embedding [batch, dimension, length] -> mean over tokens that are not padding
 *   -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]
 * }</pre>
 *
 * The layers, the backward pass and Adam are Deeplearning4j's; {@link MeanPooling} is its pooling without a division by
 * zero, {@link SoftmaxCrossEntropy} is its loss on logits and {@link PaperAdam} gives its Adam the epsilon of the
 * paper. Padding is told to the network by a mask beside the features. Arrays live outside the Java heap: those that
 * this class makes, it closes.
 */
public final class TextClassifier implements Learner {
    private final TextSpec spec;
    private final MultiLayerNetwork network;

    /**
     * A network that starts from these weights.
     *
     * @throws IllegalArgumentException if they are not the weights of such a network
     */
    public TextClassifier(TextSpec spec, TrainingSpec training, Weights initial) {
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
    public static TextClassifier load(TextSpec spec, TrainingSpec training, Path directory) {
        return new TextClassifier(spec, training, Parameters.read(spec, directory));
    }

    @Override
    public float trainBatch(Batch batch) {
        spec.check(batch);
        try (INDArray features = features(batch.features());
                INDArray mask = mask(batch.features());
                INDArray labels = labels(batch.targets())) {
            network.fit(features, labels, mask, null);
            return (float) network.score();
        }
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        try (INDArray input = features(features);
                INDArray mask = mask(features);
                INDArray logits = network.output(input, false, mask, null)) {
            return Parameters.tensor(logits, features.rows(), spec.outputs());
        }
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        try (INDArray features = features(batch.features());
                INDArray mask = mask(batch.features());
                INDArray labels = labels(batch.targets())) {
            // Handed to calculateGradients, the mask would also be taken for one of the labels.
            network.setLayerMaskArrays(mask, null);
            Gradient sums =
                    network.calculateGradients(features, labels, null, null).getFirst();
            network.clearLayerMaskArrays();
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

    /** Trains on sentiment-labelled-sentences, or on the data set that is named, and prints the scores. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.of(Project.NLP, arguments);
        try (Learner learner =
                new TextClassifier((TextSpec) experiment.spec(), experiment.training(), experiment.initial())) {
            experiment.train(learner, new ConsoleListener());
            System.out.println(experiment.score(learner));
        }
    }

    private static MultiLayerConfiguration network(TextSpec spec, TrainingSpec training) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                // The initial weights are assigned from outside; otherwise this would say WeightInit.RELU.
                .weightInit(WeightInit.ZERO)
                .updater(new PaperAdam(training))
                .list();
        layers.layer(new EmbeddingSequenceLayer.Builder()
                .name("embedding")
                .nIn(spec.vocabulary())
                .nOut(spec.dimension())
                .inputLength(spec.length())
                .activation(Activation.IDENTITY)
                .hasBias(false)
                .build());
        layers.layer(new MeanPooling());
        int width = spec.dimension();
        for (int i = 0; i < spec.hidden().size(); i++) {
            layers.layer(new DenseLayer.Builder()
                    .name("hidden" + (i + 1))
                    .nIn(width)
                    .nOut(spec.hidden().get(i))
                    .activation(Activation.RELU)
                    .build());
            width = spec.hidden().get(i);
        }
        layers.layer(new OutputLayer.Builder(new SoftmaxCrossEntropy())
                .name("output")
                .nIn(width)
                .nOut(spec.classes())
                .activation(Activation.IDENTITY)
                .build());
        return layers.build();
    }

    private static INDArray features(Features features) {
        Features.Tokens tokens = features.asTokens();
        return Nd4j.create(tokens.ids(), new long[] {tokens.rows(), tokens.length()}, DataType.INT32);
    }

    /** 1 for a token and 0 for padding, [batch, length]. */
    private static INDArray mask(Features features) {
        Features.Tokens tokens = features.asTokens();
        float[] mask = new float[tokens.ids().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = tokens.ids()[i] == Vocabulary.PADDING ? 0 : 1;
        }
        return Nd4j.create(mask, new long[] {tokens.rows(), tokens.length()}, 'c');
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
