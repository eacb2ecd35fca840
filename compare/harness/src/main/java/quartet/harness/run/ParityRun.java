package quartet.harness.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.Tensor;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Folders;
import quartet.harness.parity.ParityAnswers;
import quartet.harness.parity.ParityCheck;
import quartet.harness.parity.Truth;
import quartet.harness.results.Results;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/** Runs the parity phase of the engines on a project, and compares each engine with the float64 {@link Truth}. */
public final class ParityRun {
    private final InstalledEngine reference;
    private final Workers workers;
    private final Path logs;

    public ParityRun(InstalledEngine reference, Workers workers, Path logs) {
        this.reference = reference;
        this.workers = workers;
        this.logs = logs;
    }

    /**
     * The result of an engine's parity phase.
     *
     * @param worker the result of the engine's own worker; the first failed one if there were two
     * @param parity the comparison; empty if a worker failed
     * @param losses of the first steps of the checked training; empty if there is no comparison
     * @param problem the reason in one line if there is no comparison, otherwise empty
     */
    public record Outcome(
            WorkerResult worker, Optional<Results.Parity> parity, Optional<Tensor> losses, String problem) {
        /** Returns whether the engine may be timed. */
        public boolean passed() {
            return parity.isPresent() && parity.get().passed();
        }

        /** Returns the reason why the engine may not be timed, in one line. */
        public String reason() {
            return parity.map(result -> "parity: " + result.firstFailure()).orElse("parity phase: " + problem);
        }
    }

    /**
     * Returns the outcomes by engine. The reference always runs first, even if it is not requested, because all probes
     * start from the weights that it reaches.
     */
    public Map<String, Outcome> run(PreparedProject project, List<InstalledEngine> asked, Progress progress) {
        progress.begin(project.name() + " parity " + reference.name());
        Computed expected = computeReference(project, reference);
        progress.end();
        Truth truth = new Truth(
                project.experiment(),
                expected.answers().map(ParityAnswers::snapshots).orElse(Map.of()));
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (InstalledEngine engine : asked) {
            Computed actual = expected;
            if (!engine.name().equals(reference.name()) && expected.answers().isPresent()) {
                progress.begin(project.name() + " parity " + engine.name());
                actual = compute(project, engine);
                progress.end();
            }
            outcomes.put(engine.name(), compare(project, truth, expected, actual));
        }
        return outcomes;
    }

    private static Outcome compare(PreparedProject project, Truth truth, Computed expected, Computed actual) {
        Optional<Results.Parity> parity = expected.answers().flatMap(reference -> actual.answers()
                .map(engine -> new ParityCheck(project.experiment(), truth, reference, engine).run()));
        String problem = actual.worker().ok()
                ? "the reference failed: " + expected.worker().reason()
                : actual.worker().reason();
        Optional<Tensor> losses = actual.answers().map(ParityAnswers::losses);
        return new Outcome(actual.worker(), parity, losses, parity.isPresent() ? "" : problem);
    }

    /** The result of a worker, with its answers if it succeeded. */
    private record Computed(WorkerResult worker, Optional<ParityAnswers> answers) {}

    /** Trains the reference first, and writes the weights that it reaches as the starts of all probes. */
    private Computed computeReference(PreparedProject project, InstalledEngine engine) {
        WorkerFolder folder = folder(project, engine);
        WorkerResult trained = fork(project, engine, folder, List.of(Phase.COLD_START, Phase.TRAIN));
        if (!trained.ok()) {
            return new Computed(trained, Optional.empty());
        }
        try {
            project.writeStarts(ParityAnswers.snapshots(folder, project.experiment()));
        } catch (BadAnswerException e) {
            return new Computed(trained.refused(e), Optional.empty());
        }
        return compute(project, engine);
    }

    /** Trains, probes and saves the network, then loads it in a new process. */
    private Computed compute(PreparedProject project, InstalledEngine engine) {
        WorkerFolder folder = folder(project, engine);
        WorkerResult result = fork(project, engine, folder, List.of(Phase.COLD_START, Phase.TRAIN, Phase.PROBE));
        WorkerResult reloaded = result.ok() ? fork(project, engine, folder, List.of(Phase.RELOAD)) : result;
        try {
            return reloaded.ok()
                    ? new Computed(result, Optional.of(ParityAnswers.read(folder, project.experiment())))
                    : new Computed(reloaded, Optional.empty());
        } catch (BadAnswerException e) {
            return new Computed(result.refused(e), Optional.empty());
        } finally {
            Folders.delete(folder.path());
        }
    }

    private static WorkerFolder folder(PreparedProject project, InstalledEngine engine) {
        return new WorkerFolder(project.folder().resolve("parity-" + engine.name()));
    }

    private WorkerResult fork(
            PreparedProject project, InstalledEngine engine, WorkerFolder folder, List<Phase> phases) {
        Path log = logs.resolve(project.name() + "-" + engine.name() + "-parity.log");
        return workers.run(engine, project.firstSteps(engine.name(), phases), folder, log, event -> {});
    }
}
