package quartet.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.EngineInfo;
import quartet.contract.experiment.Project;
import quartet.contract.worker.WorkerEvent;
import quartet.harness.Results.Baseline;
import quartet.harness.Results.EngineVersion;
import quartet.harness.Results.Run;
import quartet.harness.Results.RunKey;

/**
 * A whole comparison: parity first, then baselines, then rounds of measurements in alternating order. Results are
 * written after every run, so an interrupted comparison keeps what it measured.
 */
final class Comparison {
    private final Settings settings;
    private final InstalledEngines installed;
    private final List<InstalledEngine> engines;
    private final OutputFolder output;
    private final Progress progress;
    private final Results.Environment environment = MachineInfo.describe();
    private final Map<String, EngineVersion> versions = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Baseline> baselines = new ArrayList<>();

    Comparison(Settings settings, InstalledEngines installed, OutputFolder output, Progress progress) {
        this.settings = settings;
        this.installed = installed;
        this.engines = installed.select(settings.engines());
        this.output = output;
        this.progress = progress;
    }

    /** How many steps the progress has. */
    static int steps(Settings settings, int engines, boolean referenceAsked) {
        int parity = referenceAsked ? engines : engines + 1;
        return settings.projects().size() * (parity + 1 + settings.rounds() * engines);
    }

    Results run() {
        Map<PreparedProject, Map<String, ParityRun.Outcome>> prepared = new LinkedHashMap<>();
        for (Project project : settings.projects()) {
            PreparedProject ready = PreparedProject.prepare(project, settings, output.work());
            Map<String, ParityRun.Outcome> outcomes =
                    new ParityRun(installed, settings, output.logs()).run(ready, engines, progress);
            outcomes.forEach(this::remember);
            progress.begin(project.title() + " baselines");
            baselines.addAll(new Baselines(installed, settings, output.logs()).run(ready));
            progress.end();
            prepared.put(ready, outcomes);
        }
        for (int round = 1; round <= settings.rounds(); round++) {
            List<InstalledEngine> order = new ArrayList<>(engines);
            if (round % 2 == 0) {
                Collections.reverse(order); // Whatever drifts within a round must not always hit the same engine.
            }
            for (Map.Entry<PreparedProject, Map<String, ParityRun.Outcome>> entry : prepared.entrySet()) {
                for (InstalledEngine engine : order) {
                    ParityRun.Outcome outcome = entry.getValue().get(engine.name());
                    if (outcome != null) {
                        runs.add(measure(entry.getKey(), engine, round, outcome));
                        ResultFiles.write(output.path(), results());
                    }
                }
            }
        }
        return results();
    }

    private Run measure(PreparedProject project, InstalledEngine engine, int round, ParityRun.Outcome outcome) {
        String title = project.project().title();
        progress.begin(title + " round " + round + " " + engine.name());
        Run run;
        if (outcome.passed()) {
            Path log = output.logs().resolve(title + "-" + engine.name() + "-" + round + ".log");
            run = new TimedRun(project, engine, round, settings).run(log, outcome.parity(), progress);
        } else {
            WorkerResult worker = outcome.worker();
            Status status = worker.ok() ? Status.FAILED : worker.status();
            WorkerResult gated =
                    new WorkerResult(status, outcome.reason(), worker.stderr(), worker.events(), worker.peakRssBytes());
            RunKey key = new RunKey(title, project.dataset(), engine.name(), round);
            run = Run.failed(key, gated, outcome.parity().orElse(null), deviations(worker));
        }
        if (run.status() == Status.OK) {
            progress.end();
        } else {
            progress.failed(run.status().title() + ": " + run.reason());
        }
        return run;
    }

    private void remember(String engine, ParityRun.Outcome outcome) {
        outcome.worker()
                .first(WorkerEvent.Ready.class)
                .map(WorkerEvent.Ready::engine)
                .ifPresent(info -> {
                    if (info.name().equals(engine)) {
                        versions.put(
                                engine, version(info, installed.find(engine).title()));
                    }
                });
    }

    static EngineVersion version(EngineInfo info, String title) {
        return new EngineVersion(
                info.name(), title, info.framework(), info.nativeLibrary(), info.device(), info.threads());
    }

    private static List<String> deviations(WorkerResult worker) {
        Optional<EngineInfo> info = worker.first(WorkerEvent.Ready.class).map(WorkerEvent.Ready::engine);
        return info.map(EngineInfo::deviations).orElse(List.of());
    }

    private Results results() {
        return new Results(
                Results.SCHEMA,
                environment.with(List.copyOf(versions.values())),
                settings,
                runs,
                baselines,
                Summaries.of(runs));
    }
}
