package quartet.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.listeners.ScoreIterationListener;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import quartet.contract.CnnSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A convolutional network that classifies images, on Deeplearning4j.
 *
 * <pre>{@code
 * images [batch, channels, height, width] -> (convolution 3x3 same -> max pooling 2x2 -> ReLU) for each of filters
 *   -> flatten -> dense -> ReLU -> dense -> softmax [batch, classes]
 * }</pre>
 */
public final class ImageClassifier implements AutoCloseable {
    private static final int EPOCHS = 15;
    private static final int BATCH_SIZE = 64;
    private static final long SEED = 42;

    private final MultiLayerNetwork network;

    private ImageClassifier(MultiLayerNetwork network) {
        this.network = network;
    }

    /**
     * Returns the layers and the optimizer. The seed determines the initial weights. Deeplearning4j derives the inputs
     * of each layer from the type of the images, and flattens before the first dense layer.
     */
    public static MultiLayerConfiguration network(CnnSpec spec, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .updater(new Adam(1e-3))
                // Without oneDNN, the backward pass of a convolution reuses the matrix of the forward pass.
                .cacheMode(CacheMode.DEVICE)
                .list();
        for (int filters : spec.filters()) {
            layers.layer(new OneDnnConvolution(new ConvolutionLayer.Builder(CnnSpec.KERNEL, CnnSpec.KERNEL)
                    .nOut(filters)
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Activation.IDENTITY)));
            layers.layer(new SubsamplingLayer.Builder(PoolingType.MAX)
                    .kernelSize(CnnSpec.POOL, CnnSpec.POOL)
                    .stride(CnnSpec.POOL, CnnSpec.POOL)
                    .convolutionMode(ConvolutionMode.Truncate)
                    .build());
            layers.layer(new ActivationLayer(Activation.RELU));
        }
        layers.layer(new DenseLayer.Builder().nOut(spec.hidden()).build());
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(spec.classes())
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build());
        return layers.setInputType(InputType.convolutional(spec.height(), spec.width(), spec.channels()))
                .build();
    }

    /** Trains a new network, and logs the loss once in each epoch. */
    public static ImageClassifier train(CnnSpec spec, Examples examples, int epochs, int batchSize, long seed) {
        MultiLayerNetwork network = new MultiLayerNetwork(network(spec, seed));
        network.init();
        ExampleIterator batches = ExampleIterator.shuffled(examples, batchSize, seed);
        network.setListeners(new ScoreIterationListener(batches.batches()));
        network.fit(batches, epochs);
        return new ImageClassifier(network);
    }

    /** Returns the share of images whose class is predicted. */
    public double evaluate(Examples test) {
        return network.<Evaluation>evaluate(ExampleIterator.inOrder(test, BATCH_SIZE))
                .accuracy();
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features features) {
        try (INDArray images = Nd4jArrays.dataSet(features).getFeatures();
                INDArray probabilities = network.output(images)) {
            return probabilities.toFloatMatrix();
        }
    }

    /** Writes the network and the optimizer's state. */
    public void save(Path directory) {
        ModelFile.write(network, directory);
    }

    /**
     * Reads a model that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    public static ImageClassifier load(CnnSpec spec, Path directory) {
        return new ImageClassifier(ModelFile.read(directory, network(spec, SEED)));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Trains on fashion-mnist-mini, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "fashion-mnist-mini", SEED);
        CnnSpec spec = CnnSpec.forData(data);
        Path directory = Files.createTempDirectory("image-classifier");
        try (ImageClassifier trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", trained.evaluate(data.test()));
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (ImageClassifier loaded = load(spec, directory)) {
            for (float[] row : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.println(MostProbable.of(data.classes(), row));
            }
        }
    }
}
