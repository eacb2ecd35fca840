package quartet.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.experiment.BatchOrder;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.contract.worker.ExperimentFiles;
import quartet.contract.worker.ProbePhase;
import quartet.contract.worker.TrainingPhase;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.datasets.Datasets;
import quartet.datasets.PreparedData;
import quartet.datasets.recipe.Recipe;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Sweep.Variant;
import quartet.harness.data.DataProfile;
import quartet.harness.data.NetworkChoice;
import quartet.harness.data.ProjectData;
import quartet.harness.model.SavedNetwork;
import quartet.harness.results.Results.RunKey;

/** A project whose data, initial weights and batch order are generated and written to files once, for all engines. */
public final class PreparedProject {
    private final Project project;
    private final Experiment experiment;
    private final Recipe recipe;
    private final Optional<DataProfile> profile;
    private final Path folder;
    private final long seed;
    private final Variant variant;
    private final Fingerprint fingerprint;
    private List<String> state = List.of();
    private Map<Integer, Weights> starts = Map.of();

    private PreparedProject(
            Project project,
            Experiment experiment,
            Recipe recipe,
            Optional<DataProfile> profile,
            Path folder,
            long seed,
            Variant variant) {
        this.project = project;
        this.experiment = experiment;
        this.recipe = recipe;
        this.profile = profile;
        this.folder = folder;
        this.seed = seed;
        this.variant = variant;
        write();
        fingerprint = fingerprint(folder, experiment);
    }

    /**
     * Loads the data and writes the experiment's files.
     *
     * @param work the folder for temporary files of the whole comparison
     */
    public static PreparedProject prepare(Project project, Settings settings, Path work) {
        ProjectData loaded = ProjectData.load(project, settings, settings.seed());
        return prepare(project, loaded, settings, settings.sweep().variants().get(0), settings.seed(), work);
    }

    /** Prepares the project with one combination of the sweep's values and a seed, in a separate folder. */
    static PreparedProject prepare(
            Project project, ProjectData loaded, Settings settings, Variant variant, long seed, Path work) {
        TrainingSpec training = NetworkChoice.training(project, loaded.data(), settings);
        if (variant.batch() != 0) {
            training = training.withBatchSize(variant.batch());
        }
        ModelSpec spec =
                NetworkChoice.network(project, loaded.data(), settings.own()).withWidth(variant.width());
        Experiment experiment = Experiment.of(loaded.data(), spec, training, seed);
        Path folder = work.resolve(name(project, variant) + (seed == settings.seed() ? "" : "-seed-" + seed));
        Optional<DataProfile> profile = loaded.report().map(report -> DataProfile.of(project.title(), report));
        return new PreparedProject(project, experiment, loaded.recipe(), profile, folder, seed, variant);
    }

    /** Prepares the smallest data set and network, for testing whether an engine works at all. */
    public static PreparedProject smallest(Settings settings, Path work) {
        Variant variant = new Variant("", settings.threads(), 0, 1);
        Datasets.Prepared iris = Datasets.prepare(Project.CLASSIFICATION.dataset(Scale.SMOKE), settings.seed());
        Experiment experiment =
                Experiment.of(Project.CLASSIFICATION, iris.data(), TrainingSpec.adam(1, 1), settings.seed());
        return new PreparedProject(
                Project.CLASSIFICATION,
                experiment,
                iris.recipe(),
                Optional.empty(),
                work.resolve("smallest"),
                settings.seed(),
                variant);
    }

    /** Prepares an experiment of this project with the given data, network and budget, in a separate folder. */
    public PreparedProject with(PreparedData data, ModelSpec spec, TrainingSpec training, String name) {
        Experiment other = Experiment.of(data, spec, training, seed);
        return new PreparedProject(
                project,
                other,
                recipe,
                profile,
                folder.resolveSibling(folder.getFileName() + "-" + name),
                seed,
                variant);
    }

    private void write() {
        try {
            Files.createDirectories(folder);
            ExperimentFiles.write(folder, experiment);
            starts.forEach((step, weights) -> ExperimentFiles.writeStart(folder, step, weights));
            state = state();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Returns the size and modification time of each file of the experiment, to detect changes by a worker. */
    private List<String> state() throws IOException {
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.safetensors")) {
            for (Path file : entries) {
                files.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static Fingerprint fingerprint(Path folder, Experiment experiment) {
        try {
            return Fingerprint.of(ExperimentFiles.data(folder), experiment.order(), ExperimentFiles.start(folder, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the hashes of the data, the order and the initial weights as written. */
    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Returns whether no worker has changed a file of the experiment since they were written. */
    boolean untouched() {
        try {
            return state().equals(state);
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the files again if a worker deleted or changed them. */
    private void restore() {
        if (!untouched()) {
            write();
        }
    }

    public Project project() {
        return project;
    }

    /** Returns the project's name with the values of a sweep, for display and file names. */
    String name() {
        return name(project, variant);
    }

    static String name(Project project, Variant variant) {
        String label = variant.label().replace(", ", "-").replace(' ', '-');
        return label.isEmpty() ? project.title() : project.title() + "-" + label;
    }

    /** Returns the key of a run of this project. */
    RunKey key(String engine, int round, Division division) {
        return new RunKey(project.title(), dataset(), engine, round, division, variant);
    }

    public Experiment experiment() {
        return experiment;
    }

    /** Returns the description that a program needs to predict with a network of this experiment. */
    SavedNetwork network(String engine) {
        return new SavedNetwork(project.title(), dataset(), engine, experiment.spec(), experiment.training(), recipe);
    }

    /** Returns what was done with own data; empty for the catalogue's. */
    Optional<DataProfile> profile() {
        return profile;
    }

    /** Returns the folder of the experiment's files. */
    public Path folder() {
        return folder;
    }

    /** Returns the seed of the split, the initial weights and the order. */
    long seed() {
        return seed;
    }

    public String dataset() {
        return experiment.data().dataset();
    }

    /** Returns the shape of predictions: [test rows, outputs]. */
    int[] shapeOfPredictions() {
        return new int[] {experiment.data().test().rows(), experiment.spec().outputs()};
    }

    /** Writes the weights from which the probes of all engines start, by training step. */
    public void writeStarts(Map<Integer, Weights> weights) {
        starts = Map.copyOf(weights);
        write();
    }

    /**
     * Returns a job for the whole training. Restores the experiment's files first if an earlier worker changed them.
     */
    public WorkerJob job(String engine, List<Phase> phases) {
        return job(engine, phases, experiment.order(), 0, List.of());
    }

    /** Returns a job for the first training steps, which saves the weights after some of them. */
    public WorkerJob firstSteps(String engine, List<Phase> phases) {
        int steps = TrainingPhase.RECORDED_STEPS;
        BatchOrder order =
                experiment.order().forSteps(steps, experiment.training().batchSize());
        return job(engine, phases, order, steps, ProbePhase.STARTS);
    }

    private WorkerJob job(String engine, List<Phase> phases, BatchOrder order, int stepLimit, List<Integer> snapshots) {
        restore();
        return new WorkerJob(
                engine,
                experiment.spec(),
                experiment.training(),
                order,
                phases,
                stepLimit,
                snapshots,
                folder.toAbsolutePath().toString(),
                variant.threads(),
                System.currentTimeMillis());
    }
}
