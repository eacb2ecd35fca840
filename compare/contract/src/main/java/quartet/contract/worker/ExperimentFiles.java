package quartet.contract.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quartet.contract.ModelSpec;
import quartet.contract.Objective;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.BatchOrder;
import quartet.contract.experiment.Experiment;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * The data of an experiment as files, drawn and prepared once for all workers. The targets of the test set are not
 * among them: a worker cannot score itself.
 *
 * <pre>{@code
 * data.safetensors     train.features, train.targets, test.features, order [epochs, rows], parity.order
 * initial.safetensors  the initial weights
 * }</pre>
 */
public final class ExperimentFiles {
    private static final String DATA = "data.safetensors";
    private static final String INITIAL = "initial.safetensors";

    private final Safetensors data;
    private final Safetensors initial;

    private ExperimentFiles(Path folder) {
        data = Safetensors.open(folder.resolve(DATA));
        initial = Safetensors.open(folder.resolve(INITIAL));
    }

    /** Writes the files; the parity phase has an order of its own, long enough for its steps. */
    public static void write(Path folder, Experiment experiment, BatchOrder parityOrder) {
        SafetensorsWriter writer = new SafetensorsWriter();
        add(writer, "train.features", experiment.data().train().features());
        if (experiment.data().train().targets() instanceof Targets.Classes classes) {
            writer.add("train.targets", new int[] {classes.rows()}, classes.labels());
        } else {
            Targets.Values values = experiment.data().train().targets().asValues();
            writer.add("train.targets", Tensor.vector(values.values()));
        }
        add(writer, "test.features", experiment.data().test().features());
        add(writer, "order", experiment.order());
        add(writer, "parity.order", parityOrder);
        writer.write(folder.resolve(DATA));
        SafetensorsWriter.write(folder.resolve(INITIAL), experiment.initial().asMap());
    }

    public static ExperimentFiles open(Path folder) {
        return new ExperimentFiles(folder);
    }

    public Weights initial() {
        return initial.weights();
    }

    public Examples train(ModelSpec spec) {
        Targets targets = spec.objective() == Objective.SQUARED_ERROR
                ? new Targets.Values(data.floats("train.targets").data())
                : new Targets.Classes(data.ints("train.targets"), spec.outputs());
        return new Examples(features("train.features", spec), targets);
    }

    public Features test(ModelSpec spec) {
        return features("test.features", spec);
    }

    public BatchOrder order() {
        return order("order");
    }

    public BatchOrder parityOrder() {
        return order("parity.order");
    }

    private Features features(String name, ModelSpec spec) {
        int[] shape = data.shape(name);
        return spec instanceof TextSpec
                ? new Features.Tokens(shape[0], shape[1], data.ints(name))
                : new Features.Values(shape, data.floats(name).data());
    }

    private BatchOrder order(String name) {
        int[] shape = data.shape(name);
        int[] all = data.ints(name);
        List<int[]> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < shape[0]; epoch++) {
            epochs.add(Arrays.copyOfRange(all, epoch * shape[1], (epoch + 1) * shape[1]));
        }
        return new BatchOrder(epochs);
    }

    private static void add(SafetensorsWriter writer, String name, Features features) {
        if (features instanceof Features.Tokens tokens) {
            writer.add(name, new int[] {tokens.rows(), tokens.length()}, tokens.ids());
        } else {
            Features.Values values = features.asValues();
            writer.add(name, new Tensor(values.shape(), values.data()));
        }
    }

    private static void add(SafetensorsWriter writer, String name, BatchOrder order) {
        int rows = order.epochs().get(0).length;
        int[] all = new int[Math.multiplyExact(order.epochs().size(), rows)];
        for (int epoch = 0; epoch < order.epochs().size(); epoch++) {
            System.arraycopy(order.epochs().get(epoch), 0, all, epoch * rows, rows);
        }
        writer.add(name, new int[] {order.epochs().size(), rows}, all);
    }
}
