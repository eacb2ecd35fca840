package quartet.djl.pytorch;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import quartet.contract.CnnSpec;
import quartet.datasets.Datasets;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;

/**
 * A convolutional network that classifies images, on DJL with PyTorch.
 *
 * <pre>{@code
 * images [batch, channels, height, width] -> (convolution 3x3 same -> max pooling 2x2 -> ReLU) for each of filters
 *   -> flatten -> dense -> ReLU -> dense -> logits [batch, classes]
 * }</pre>
 */
public final class ImageClassifier implements AutoCloseable {
    private static final int EPOCHS = 15;
    private static final int BATCH_SIZE = 64;
    private static final long SEED = 42;

    private final Model model;

    private ImageClassifier(Model model) {
        this.model = model;
    }

    /** Builds the layers. The initializer is the one of He et al. (2015) for ReLU. */
    public static Block network(CnnSpec spec) {
        SequentialBlock network = new SequentialBlock();
        network.addSingleton(ImageClassifier::channelsLast);
        for (int filters : spec.filters()) {
            network.add(Conv2d.builder()
                    .setKernelShape(new Shape(3, 3))
                    .optPadding(new Shape(1, 1))
                    .setFilters(filters)
                    .build());
            network.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
            network.add(Activation.reluBlock());
        }
        network.add(Blocks.batchFlattenBlock());
        network.add(Linear.builder().setUnits(spec.hidden()).build());
        network.add(Activation.reluBlock());
        network.add(Linear.builder().setUnits(spec.classes()).build());
        network.setInitializer(new XavierInitializer(RandomType.GAUSSIAN, FactorType.IN, 2), Parameter.Type.WEIGHT);
        return network;
    }

    /**
     * Stores the channels of a pixel contiguously, which is the layout of PyTorch's fastest convolutions on a CPU. The
     * shape stays [batch, channels, height, width].
     */
    private static NDArray channelsLast(NDArray images) {
        Shape shape = images.getShape();
        return images.transpose(0, 2, 3, 1)
                .flatten()
                .reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1))
                .transpose(0, 3, 1, 2);
    }

    /**
     * Trains a new network with Adam on the softmax cross-entropy.
     *
     * @param seed seeds DJL's random number generator, which draws the initial weights and shuffles the examples
     */
    public static ImageClassifier train(CnnSpec spec, Examples examples, int epochs, int batchSize, long seed)
            throws IOException, TranslateException {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
        Model model = ModelFile.create(network(spec));
        Adam adam = Adam.builder().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(adam)
                .addTrainingListeners(new LossListener());
        try (Trainer trainer = model.newTrainer(config)) {
            trainer.initialize(new Shape(batchSize, spec.channels(), spec.height(), spec.width()));
            ArrayDataset batches = ExampleDataset.shuffled(trainer.getManager(), examples, batchSize);
            EasyTrain.fit(trainer, epochs, batches, null);
        }
        return new ImageClassifier(model);
    }

    /** Returns the share of the images whose most probable class is their label. */
    public double evaluate(Examples test) throws IOException, TranslateException {
        return Evaluation.accuracy(model, test);
    }

    /** Returns class probabilities [rows][classes]. */
    public float[][] predict(Features images) throws TranslateException {
        try (Predictor<Features, float[][]> predictor = model.newPredictor(new ClassProbabilities())) {
            return predictor.predict(images);
        }
    }

    /** Writes the weights into a directory. */
    public void save(Path directory) {
        ModelFile.save(model, directory);
    }

    /**
     * Loads a model that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not contain such a network
     */
    public static ImageClassifier load(CnnSpec spec, Path directory) {
        return new ImageClassifier(ModelFile.load(network(spec), directory));
    }

    @Override
    public void close() {
        model.close();
    }

    /** Trains on fashion-mnist-mini, or on the data set that the first argument names. */
    public static void main(String[] arguments) throws IOException, TranslateException {
        PreparedData data = Datasets.load(arguments.length > 0 ? arguments[0] : "fashion-mnist-mini", SEED);
        CnnSpec spec = CnnSpec.forData(data);
        Path directory = Files.createTempDirectory("image-classifier");
        try (ImageClassifier trained = train(spec, data.train(), EPOCHS, BATCH_SIZE, SEED)) {
            System.out.printf(Locale.ROOT, "accuracy %.4f%n", trained.evaluate(data.test()));
            trained.save(directory);
            System.out.println("saved in " + directory);
        }
        try (ImageClassifier loaded = load(spec, directory)) {
            for (float[] image : loaded.predict(data.test().features().slice(0, 5))) {
                System.out.println(ClassProbabilities.mostProbable(data.classes(), image));
            }
        }
    }
}
