package quartet.harness;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.CnnSpec;
import quartet.contract.worker.WorkerJob.Phase;

/** Runs the parity phase of engines on a project, and compares each with the reference. */
final class ParityRun {
    private final InstalledEngines engines;
    private final Settings settings;
    private final Path logs;

    ParityRun(InstalledEngines engines, Settings settings, Path logs) {
        this.engines = engines;
        this.settings = settings;
        this.logs = logs;
    }

    /**
     * What came of an engine's parity phase.
     *
     * @param worker how its worker ended; the first that did not end well, if there were two
     * @param parity the comparison; empty if a worker failed
     */
    record Outcome(WorkerResult worker, Optional<Results.Parity> parity) {
        /** Whether the engine may go on to be timed. */
        boolean passed() {
            return parity.isPresent() && parity.get().passed();
        }

        /** Why not, in one line. */
        String reason() {
            return parity.map(result -> "parity: " + result.firstFailure())
                    .orElseGet(() -> "parity phase: " + worker.reason());
        }
    }

    /** Outcomes by engine. The reference runs too, first, even if it was not asked for. */
    Map<String, Outcome> run(PreparedProject project, List<InstalledEngine> asked, Progress progress) {
        InstalledEngine reference = engines.reference();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        progress.begin(project.project().title() + " parity " + reference.name());
        Computed expected = work(project, reference);
        progress.end();
        for (InstalledEngine engine : asked) {
            Computed actual = expected;
            if (!engine.name().equals(reference.name())) {
                progress.begin(project.project().title() + " parity " + engine.name());
                actual = work(project, engine);
                progress.end();
            }
            outcomes.put(engine.name(), compare(project, expected, actual));
        }
        return outcomes;
    }

    private static Outcome compare(PreparedProject project, Computed expected, Computed actual) {
        boolean convolution = project.experiment().spec() instanceof CnnSpec;
        Optional<Results.Parity> parity = expected.answers().flatMap(reference -> actual.answers()
                .map(engine -> new ParityCheck(reference, engine, convolution).run()));
        return new Outcome(actual.worker().ok() ? expected.worker() : actual.worker(), parity);
    }

    /** How a worker ended, and what it computed if it ended well. */
    private record Computed(WorkerResult worker, Optional<ParityAnswers> answers) {}

    /**
     * Computes and saves; then loads in a new process. The answers are kept in memory, where no later worker can change
     * or read them.
     */
    private Computed work(PreparedProject project, InstalledEngine engine) {
        Path folder = project.folder().resolve("parity-" + engine.name());
        WorkerResult result = fork(project, engine, folder);
        if (!result.ok()) {
            return new Computed(result, Optional.empty());
        }
        try {
            return new Computed(result, Optional.of(ParityAnswers.read(folder, project.experiment())));
        } catch (BadAnswerException e) {
            return new Computed(result.refused(e), Optional.empty());
        } finally {
            Folders.delete(folder);
        }
    }

    private WorkerResult fork(PreparedProject project, InstalledEngine engine, Path folder) {
        WorkerProcess process = new WorkerProcess(engine, settings);
        Path log = logs.resolve(project.project().title() + "-" + engine.name() + "-parity.log");
        WorkerResult result = process.run(project.job(engine.name(), List.of(Phase.PARITY)), folder, log, event -> {});
        if (!result.ok()) {
            return result;
        }
        WorkerResult reloaded =
                process.run(project.job(engine.name(), List.of(Phase.RELOAD)), folder, log, event -> {});
        return reloaded.ok() ? result : reloaded;
    }
}
