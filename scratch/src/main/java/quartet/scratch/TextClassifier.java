package quartet.scratch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.sequence.EmbeddingBag;
import quartet.scratch.optim.Adam;
import quartet.scratch.tensor.IntTensor;

/**
 * A bag of embeddings for texts, from scratch.
 *
 * <pre>{@code
 * tokens [batch, length] -> embedding [batch, length, dimension] -> mean over tokens that are not padding
 *   -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]
 * }</pre>
 *
 * The layers, the loss and the optimizer are those of {@link quartet.scratch.nn} and {@link quartet.scratch.optim}.
 * Their layout is the canonical one, so weights pass unchanged.
 */
public final class TextClassifier implements Learner {
    private final TextSpec spec;
    private final Sequential network;
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    private final Adam adam;

    public TextClassifier(TextSpec spec, TrainingSpec training, Weights initial) {
        initial.check(spec);
        this.spec = spec;
        network = network(spec);
        adam = new Adam(training.learningRate(), training.beta1(), training.beta2(), training.epsilon());
        Parameters.assign(network, initial);
    }

    /** Reads what {@link #save} wrote. */
    public static TextClassifier load(TextSpec spec, TrainingSpec training, Path directory) {
        return new TextClassifier(spec, training, Parameters.read(directory));
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

    /** Trains on sentiment-labelled-sentences, or on the data set that is named, and prints the scores. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.of(Project.NLP, arguments);
        try (Learner learner =
                new TextClassifier((TextSpec) experiment.spec(), experiment.training(), experiment.initial())) {
            experiment.train(learner, new ConsoleListener());
            System.out.println(experiment.score(learner));
        }
    }

    private static Sequential network(TextSpec spec) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new EmbeddingBag("embedding", spec.vocabulary(), spec.dimension()));
        int width = spec.dimension();
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
        double meanLoss = loss.forward(network.forward(features(batch.features()), true), labels(batch));
        network.backwardParameters(loss.backward());
        return (float) meanLoss;
    }

    private static IntTensor features(Features features) {
        Features.Tokens tokens = features.asTokens();
        return IntTensor.of(tokens.ids(), tokens.rows(), tokens.length());
    }

    private static IntTensor labels(Batch batch) {
        return IntTensor.labels(batch.targets().asClasses().labels());
    }
}
