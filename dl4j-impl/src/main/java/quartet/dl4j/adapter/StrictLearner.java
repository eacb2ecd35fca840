package quartet.dl4j.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import quartet.contract.Batch;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.Objective;
import quartet.contract.Tensor;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.dl4j.Nd4jArrays;

/**
 * Trains the network of an example under the strict specification.
 *
 * <p>The layers are those of the example, with three changes:
 *
 * <ul>
 *   <li>The optimizer becomes {@link StrictAdam}, because Deeplearning4j's Adam adds epsilon before the bias
 *       correction.
 *   <li>The outputs of a classifier are logits and the loss is {@link SoftmaxCrossEntropy}, because Deeplearning4j's
 *       own loss clips probabilities.
 *   <li>The given weights overwrite the initial ones.
 * </ul>
 *
 * Arrays are outside the Java heap. This class closes its arrays, because they would otherwise remain until garbage
 * collection.
 */
final class StrictLearner implements Learner {
    private static final String FILE = "network.zip";

    private final ModelSpec spec;
    private final MultiLayerNetwork network;

    /**
     * Creates a network with these initial weights.
     *
     * @throws IllegalArgumentException if the weights do not match such a network
     */
    StrictLearner(ModelSpec spec, TrainingSpec training, Weights initial) {
        initial.check(spec);
        NativeLibrary.load();
        this.spec = spec;
        network = new MultiLayerNetwork(strict(Example.of(spec).network().get(), spec, training));
        network.init();
        CanonicalWeights.assign(network, spec, initial);
    }

    /**
     * Loads a network that {@link #save} wrote. The optimizer's settings come from the specification, not from the
     * file.
     *
     * @throws UncheckedIOException if the directory does not contain such a network
     */
    static StrictLearner load(ModelSpec spec, TrainingSpec training, Path directory) {
        return new StrictLearner(spec, training, read(spec, directory));
    }

    @Override
    public float trainBatch(Batch batch) {
        spec.check(batch);
        DataSet rows = Nd4jArrays.dataSet(new Examples(batch.features(), batch.targets()));
        try (INDArray features = rows.getFeatures();
                INDArray targets = rows.getLabels();
                @Nullable INDArray mask = rows.getFeaturesMaskArray()) {
            network.fit(features, targets, mask, null);
            return (float) network.score();
        }
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        DataSet rows = Nd4jArrays.dataSet(features);
        try (INDArray input = rows.getFeatures();
                @Nullable INDArray mask = rows.getFeaturesMaskArray();
                INDArray predictions = network.output(input, false, mask, null)) {
            return CanonicalWeights.tensor(predictions, features.rows(), spec.outputs());
        }
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        DataSet rows = Nd4jArrays.dataSet(new Examples(batch.features(), batch.targets()));
        try (INDArray features = rows.getFeatures();
                INDArray targets = rows.getLabels();
                @Nullable INDArray mask = rows.getFeaturesMaskArray()) {
            // As an argument of calculateGradients, the mask would also be applied to the labels.
            network.setLayerMaskArrays(mask, null);
            Gradient sums =
                    network.calculateGradients(features, targets, null, null).getFirst();
            network.clearLayerMaskArrays();
            return CanonicalWeights.gradients(network, spec, sums, batch.rows());
        }
    }

    @Override
    public Weights weights() {
        return CanonicalWeights.values(network, spec);
    }

    /** Writes Deeplearning4j's own file: the configuration and the parameters, without Adam's state. */
    @Override
    public void save(Path directory) {
        try {
            Files.createDirectories(directory);
            network.save(directory.resolve(FILE).toFile(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private static Weights read(ModelSpec spec, Path directory) {
        NativeLibrary.load();
        try {
            MultiLayerNetwork network =
                    MultiLayerNetwork.load(directory.resolve(FILE).toFile(), false);
            Weights weights = CanonicalWeights.values(network, spec);
            network.close();
            return weights;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            String message = directory + " holds no network of " + spec + ": " + e.getMessage();
            throw new UncheckedIOException(new IOException(message, e));
        }
    }

    private static MultiLayerConfiguration strict(
            MultiLayerConfiguration example, ModelSpec spec, TrainingSpec training) {
        for (NeuralNetConfiguration configuration : example.getConfs()) {
            if (configuration.getLayer() instanceof BaseLayer layer) {
                layer.setIUpdater(new StrictAdam(training));
            }
            if (configuration.getLayer() instanceof OutputLayer output && spec.objective() == Objective.CROSS_ENTROPY) {
                output.setActivationFn(new ActivationIdentity());
                output.setLossFn(new SoftmaxCrossEntropy());
            }
        }
        return example;
    }
}
