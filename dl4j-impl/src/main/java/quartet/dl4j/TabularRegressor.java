package quartet.dl4j;

import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
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
import quartet.datasets.Targets;

/**
 * A multilayer perceptron that predicts a number from a row of a table, on Deeplearning4j.
 *
 * <pre>{@code features [batch, in] -> (dense -> ReLU) for each hidden layer -> dense -> values [batch, 1]}</pre>
 *
 * The layers, the backward pass, the squared error and Adam are Deeplearning4j's; {@link PaperAdam} gives its Adam the
 * epsilon of the paper. A dense layer's weight is [in, out] in Deeplearning4j as it is in the contract. Arrays live
 * outside the Java heap: those that this class makes, it closes.
 */
public final class TabularRegressor implements Learner {
    private final MlpSpec spec;
    private final MultiLayerNetwork network;

    /**
     * A network that starts from these weights.
     *
     * @throws IllegalArgumentException if they are not the weights of such a network
     */
    public TabularRegressor(MlpSpec spec, TrainingSpec training, Weights initial) {
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
    public static TabularRegressor load(MlpSpec spec, TrainingSpec training, Path directory) {
        return new TabularRegressor(spec, training, Parameters.read(spec, directory));
    }

    @Override
    public float trainBatch(Batch batch) {
        spec.check(batch);
        try (INDArray features = features(batch.features());
                INDArray targets = targets(batch.targets())) {
            network.fit(features, targets);
            return (float) network.score();
        }
    }

    @Override
    public Tensor predict(Features features) {
        spec.check(features);
        try (INDArray input = features(features);
                INDArray predictions = network.output(input)) {
            return Parameters.tensor(predictions, features.rows(), spec.outputs());
        }
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        try (INDArray features = features(batch.features());
                INDArray targets = targets(batch.targets())) {
            Gradient sums =
                    network.calculateGradients(features, targets, null, null).getFirst();
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

    /** Trains on california-housing, or on the data set that is named, and prints the scores. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.of(Project.REGRESSION, arguments);
        try (Learner learner =
                new TabularRegressor((MlpSpec) experiment.spec(), experiment.training(), experiment.initial())) {
            experiment.train(learner, new ConsoleListener());
            System.out.println(experiment.score(learner));
        }
    }

    private static MultiLayerConfiguration network(MlpSpec spec, TrainingSpec training) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                // The initial weights are assigned from outside; otherwise this would say WeightInit.RELU.
                .weightInit(WeightInit.ZERO)
                .updater(new PaperAdam(training))
                .list();
        for (int i = 0; i < spec.hidden().size(); i++) {
            layers.layer(new DenseLayer.Builder()
                    .name("hidden" + (i + 1))
                    .nOut(spec.hidden().get(i))
                    .activation(Activation.RELU)
                    .build());
        }
        layers.layer(new OutputLayer.Builder(new LossMSE())
                .name("output")
                .nOut(spec.outputs())
                .activation(Activation.IDENTITY)
                .build());
        return layers.setInputType(InputType.feedForward(spec.inputs())).build();
    }

    private static INDArray features(Features features) {
        Features.Values values = features.asValues();
        return Nd4j.create(values.data(), new long[] {values.rows(), values.rowSize()}, 'c');
    }

    private static INDArray targets(Targets targets) {
        Targets.Values values = targets.asValues();
        return Nd4j.create(values.values(), new long[] {values.rows(), 1}, 'c');
    }
}
