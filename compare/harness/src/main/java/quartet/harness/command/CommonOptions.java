package quartet.harness.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.datasets.Catalogue;
import quartet.datasets.Kind;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.UsageException;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/** Options that {@code run} and {@code parity} share. */
final class CommonOptions {
    @Parameters(
            paramLabel = "PROJECT",
            arity = "0..*",
            description = "classification, regression, cv or nlp; all by default.")
    private List<String> projects = new ArrayList<>();

    @Option(
            names = "--engines",
            split = ",",
            paramLabel = "ENGINE",
            description = "Engines, separated by commas; all built engines by default.")
    private List<String> engines = new ArrayList<>();

    @Option(names = "--peers", description = "Adds the peers in Python; see: peers --help.")
    private boolean peers;

    @Option(
            names = "--scale",
            defaultValue = "default",
            paramLabel = "SCALE",
            description = "smoke (seconds), default (minutes) or full (as in the literature).")
    private String scale = "default";

    @Option(names = "--dataset", defaultValue = "", description = "A data set of the catalogue; see: datasets list.")
    private String dataset = "";

    @Option(
            names = "--threads",
            split = ",",
            defaultValue = "1",
            paramLabel = "N",
            description = "Threads of every engine (${DEFAULT-VALUE}); run repeats everything for several numbers.")
    private List<Integer> threads = List.of(1);

    @Option(
            names = "--seed",
            defaultValue = "" + Experiment.SEED,
            description = "The seed of splits, initial weights and batch order (${DEFAULT-VALUE}).")
    private long seed = Experiment.SEED;

    @Option(
            names = "--timeout",
            defaultValue = "1800",
            paramLabel = "SECONDS",
            description = "The time limit of a worker (${DEFAULT-VALUE}).")
    private int timeout = 1800;

    @Option(
            names = "--heap",
            defaultValue = "2g",
            paramLabel = "SIZE",
            description = "Maximum heap of a worker (${DEFAULT-VALUE}).")
    private String heap = "2g";

    /** Returns the project's folder, in which the engines are built. The launcher passes it. */
    static Path home() {
        return Path.of(System.getProperty("quartet.home", "."));
    }

    /** Returns whether standard error is a terminal. The launcher detects it. */
    static boolean terminal() {
        return Boolean.getBoolean("quartet.terminal");
    }

    /**
     * Checks that a file can be written before anything is computed. Returns the file.
     *
     * @param option the option that names it, for messages
     * @throws UsageException if it is a folder, or its folder does not exist
     */
    static Path outputFile(String option, Path file) {
        if (file.toString().isEmpty() || Files.isDirectory(file)) {
            throw new UsageException(option + ": expected a file, but was '" + file + "'");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException(option + ": there is no folder " + folder);
        }
        return file;
    }

    /** Returns the numbers of threads, at least one. */
    List<Integer> threads() {
        return threads;
    }

    Settings settings(int epochs, int rounds, List<Division> divisions) {
        return new Settings(
                selectedProjects(),
                selectedEngines(),
                selectedScale(),
                dataset,
                epochs,
                rounds,
                threads.get(0),
                seed,
                timeout,
                heap,
                divisions,
                0,
                1);
    }

    /** Returns the selected engines; an empty list selects all engines that are written in Java. */
    private List<String> selectedEngines() {
        if (!peers) {
            return engines;
        }
        InstalledEngines installed = InstalledEngines.scan(home());
        List<String> names = new ArrayList<>(
                installed.select(engines).stream().map(InstalledEngine::name).toList());
        installed.all().stream()
                .filter(engine -> engine.peer().isPresent() && !names.contains(engine.name()))
                .forEach(engine -> names.add(engine.name()));
        return names;
    }

    private Scale selectedScale() {
        for (Scale candidate : Scale.values()) {
            if (candidate.title().equals(scale)) {
                return candidate;
            }
        }
        throw new UsageException("--scale: expected smoke, default or full, but was '" + scale + "'");
    }

    /**
     * Returns the selected projects. A data set determines the project if none is named, and must belong to it
     * otherwise.
     */
    private List<Project> selectedProjects() {
        List<Project> named = projects.stream().distinct().map(Project::named).toList();
        if (dataset.isEmpty()) {
            return named.isEmpty() ? List.of(Project.values()) : named;
        }
        Kind kind = Catalogue.get().find(dataset).kind();
        for (Project project : named) {
            if (project.kind() != kind) {
                throw new UsageException("--dataset: '" + dataset + "' is not for project " + project.title());
            }
        }
        return named.isEmpty()
                ? List.of(Project.values()).stream()
                        .filter(project -> project.kind() == kind)
                        .toList()
                : named;
    }
}
