package quartet.harness.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.CnnSpec;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Folders;
import quartet.harness.report.Results;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/** Runs the parity phase of engines on a project, and compares each with the reference. */
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
     * @param worker how the engine's own worker ended; the first that failed, if there were two
     * @param parity the comparison; empty if there is nothing to compare
     * @param problem why there is nothing to compare, in one line; empty if there is a comparison
     */
    public record Outcome(WorkerResult worker, Optional<Results.Parity> parity, String problem) {
        /** Whether the engine may be timed. */
        public boolean passed() {
            return parity.isPresent() && parity.get().passed();
        }

        /** Why not, in one line. */
        public String reason() {
            return parity.map(result -> "parity: " + result.firstFailure()).orElse("parity phase: " + problem);
        }
    }

    /** Outcomes by engine. The reference runs too, first, even if it was not asked for. */
    public Map<String, Outcome> run(PreparedProject project, List<InstalledEngine> asked, Progress progress) {
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
        String problem = actual.worker().ok()
                ? "the reference failed: " + expected.worker().reason()
                : actual.worker().reason();
        return new Outcome(actual.worker(), parity, parity.isPresent() ? "" : problem);
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
        Path log = logs.resolve(project.project().title() + "-" + engine.name() + "-parity.log");
        WorkerResult result =
                workers.run(engine, project.job(engine.name(), List.of(Phase.PARITY)), folder, log, event -> {});
        if (!result.ok()) {
            return result;
        }
        WorkerResult reloaded =
                workers.run(engine, project.job(engine.name(), List.of(Phase.RELOAD)), folder, log, event -> {});
        return reloaded.ok() ? result : reloaded;
    }
}
