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
        Path referenceFolder = folder(project, reference);
        progress.begin(project.project().title() + " parity " + reference.name());
        WorkerResult referenceResult = work(project, reference);
        progress.end();
        for (InstalledEngine engine : asked) {
            boolean isReference = engine.name().equals(reference.name());
            WorkerResult result = referenceResult;
            if (!isReference) {
                progress.begin(project.project().title() + " parity " + engine.name());
                result = work(project, engine);
                progress.end();
            }
            Optional<Results.Parity> parity = Optional.empty();
            if (result.ok() && referenceResult.ok()) {
                boolean convolution = project.experiment().spec() instanceof CnnSpec;
                parity = Optional.of(new ParityCheck(referenceFolder, folder(project, engine), convolution).run());
            }
            outcomes.put(engine.name(), new Outcome(result.ok() ? referenceResult : result, parity));
        }
        return outcomes;
    }

    /** Computes, saves; then loads in a JVM of its own. */
    private WorkerResult work(PreparedProject project, InstalledEngine engine) {
        WorkerProcess process = new WorkerProcess(engine, settings);
        Path folder = folder(project, engine);
        Path log = logs.resolve(project.project().title() + "-" + engine.name() + "-parity.log");
        WorkerResult result = process.run(project.job(engine.name(), List.of(Phase.PARITY)), folder, log, event -> {});
        if (!result.ok()) {
            return result;
        }
        WorkerResult reloaded =
                process.run(project.job(engine.name(), List.of(Phase.RELOAD)), folder, log, event -> {});
        return reloaded.ok() ? result : reloaded;
    }

    private static Path folder(PreparedProject project, InstalledEngine engine) {
        return project.folder().resolve("parity-" + engine.name());
    }
}
