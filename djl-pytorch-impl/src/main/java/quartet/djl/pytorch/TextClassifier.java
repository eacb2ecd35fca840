package quartet.djl.pytorch;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import java.nio.file.Path;
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

/**
 * A bag of embeddings for texts, on DJL with PyTorch.
 *
 * <pre>{@code
 * tokens [batch, length] -> embedding [batch, length, dimension] -> mean over tokens that are not padding
 *   -> (dense -> ReLU) for each hidden layer -> dense -> logits [batch, classes]
 * }</pre>
 *
 * Of DJL this uses blocks, the loss, the gradient collector and the trainer, with {@link PaperAdam} as the optimizer
 * and the step of {@link OneDeviceTrainer}. It does not use Dataset and EasyTrain: the batches come from the contract's
 * training loop. A JVM has one gradient collector at a time, so that networks are to be trained one after the other.
 * The arrays of a step belong to a sub-manager and are freed with it when the step ends; the parameters belong to and
 * end with the model. DJL's Linear keeps its weight as [out, in]; {@link Parameters} maps it.
 */
public final class TextClassifier implements Learner {
    private final TextSpec spec;
    private final Model model;
    private final Trainer trainer;

    /**
     * A network that starts from these weights.
     *
     * @throws IllegalArgumentException if they are not the weights of such a network
     */
    public TextClassifier(TextSpec spec, TrainingSpec training, Weights initial) {
        this(spec, training, PyTorch.create(network(spec), spec, initial));
    }

    private TextClassifier(TextSpec spec, TrainingSpec training, Model model) {
        this.spec = spec;
        this.model = model;
        trainer = new OneDeviceTrainer(model, Loss.softmaxCrossEntropyLoss(), new PaperAdam(training));
        trainer.initialize(new Shape(training.batchSize(), spec.length()));
    }

    /**
     * A network that {@link #save} wrote.
     *
     * @throws java.io.UncheckedIOException if the directory does not hold such a network
     */
    public static TextClassifier load(TextSpec spec, TrainingSpec training, Path directory) {
        return new TextClassifier(spec, training, PyTorch.load(network(spec), spec, directory));
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
            NDArray logits = trainer.evaluate(features(features, manager)).singletonOrThrow();
            return Tensor.of(logits.toFloatArray(), features.rows(), spec.outputs());
        }
    }

    @Override
    public Weights gradients(Batch batch) {
        spec.check(batch);
        try (NDManager manager = trainer.getManager().newSubManager()) {
            backward(batch, manager);
            return Parameters.takeGradients(model.getBlock(), spec);
        }
    }

    @Override
    public Weights weights() {
        return Parameters.values(model.getBlock(), spec);
    }

    @Override
    public void save(Path directory) {
        PyTorch.save(model, directory);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
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

    private static Block network(TextSpec spec) {
        SequentialBlock network = new SequentialBlock();
        network.add(new EmbeddingMean(spec.vocabulary(), spec.dimension()));
        for (int width : spec.hidden()) {
            network.add(Linear.builder().setUnits(width).build());
            network.add(Activation.reluBlock());
        }
        network.add(Linear.builder().setUnits(spec.classes()).build());
        return network;
    }

    /** The mean loss of the batch; its gradients are left with the parameters. */
    private NDArray backward(Batch batch, NDManager manager) {
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList logits = trainer.forward(features(batch.features(), manager));
            NDArray loss = trainer.getLoss().evaluate(labels(batch.targets(), manager), logits);
            collector.backward(loss);
            return loss;
        }
    }

    private static NDList features(Features features, NDManager manager) {
        Features.Tokens tokens = features.asTokens();
        return new NDList(manager.create(tokens.ids(), new Shape(tokens.rows(), tokens.length())));
    }

    private static NDList labels(Targets targets, NDManager manager) {
        return new NDList(manager.create(targets.asClasses().labels()));
    }
}
