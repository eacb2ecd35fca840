package quartet.contract.worker;

import java.nio.file.Path;
import quartet.contract.ModelSpec;
import quartet.contract.Objective;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.Experiment;
import quartet.contract.safetensors.Safetensors;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/**
 * The files of an experiment, prepared once for all workers. They exclude the targets of the test set, so a worker
 * cannot score itself.
 *
 * <pre>{@code
 * data.safetensors       train.features, train.targets, test.features
 * start-<k>.safetensors  the common weights of all engines: initially (0), and for the probes of step k
 * }</pre>
 */
public final class ExperimentFiles {
    private static final String DATA = "data.safetensors";

    private final Path folder;
    private final Safetensors data;

    private ExperimentFiles(Path folder) {
        this.folder = folder;
        data = Safetensors.open(data(folder));
    }

    /** Writes the data and the initial weights. */
    public static void write(Path folder, Experiment experiment) {
        SafetensorsWriter writer = new SafetensorsWriter();
        add(writer, "train.features", experiment.data().train().features());
        if (experiment.data().train().targets() instanceof Targets.Classes classes) {
            writer.add("train.targets", new int[] {classes.rows()}, classes.labels());
        } else {
            Targets.Values values = experiment.data().train().targets().asValues();
            writer.add("train.targets", Tensor.vector(values.values()));
        }
        add(writer, "test.features", experiment.data().test().features());
        writer.write(data(folder));
        writeStart(folder, 0, experiment.initial());
    }

    /** Writes rows for prediction, as the test set of an experiment without training rows. */
    public static void writeRows(Path folder, Features rows) {
        SafetensorsWriter writer = new SafetensorsWriter();
        add(writer, "test.features", rows);
        writer.write(data(folder));
    }

    /** Writes the weights of a probe's start. */
    public static void writeStart(Path folder, int step, Weights weights) {
        SafetensorsWriter.write(start(folder, step), weights.asMap());
    }

    public static ExperimentFiles open(Path folder) {
        return new ExperimentFiles(folder);
    }

    public Weights initial() {
        return start(0);
    }

    /** Returns the weights after some steps of the reference engine's training. */
    public Weights start(int step) {
        return Safetensors.open(start(folder, step)).weights();
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

    private Features features(String name, ModelSpec spec) {
        int[] shape = data.shape(name);
        return spec instanceof TextSpec
                ? new Features.Tokens(shape[0], shape[1], data.ints(name))
                : new Features.Values(shape, data.floats(name).data());
    }

    /** Returns the file with the data. */
    public static Path data(Path folder) {
        return folder.resolve(DATA);
    }

    /** Returns the file with the weights of a start. */
    public static Path start(Path folder, int step) {
        return folder.resolve("start-" + step + ".safetensors");
    }

    private static void add(SafetensorsWriter writer, String name, Features features) {
        if (features instanceof Features.Tokens tokens) {
            writer.add(name, new int[] {tokens.rows(), tokens.length()}, tokens.ids());
        } else {
            Features.Values values = features.asValues();
            writer.add(name, new Tensor(values.shape(), values.data()));
        }
    }
}
