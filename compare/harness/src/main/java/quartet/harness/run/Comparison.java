package quartet.harness.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.contract.EngineInfo;
import quartet.contract.experiment.Project;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.page.ResultPage;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.Results;
import quartet.harness.report.Results.Baseline;
import quartet.harness.report.Results.EngineVersion;
import quartet.harness.report.Results.Run;
import quartet.harness.report.Results.RunKey;
import quartet.harness.report.Summaries;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/**
 * A whole comparison: parity first, then baselines, then rounds of measurements in a balanced order, see {@link Rounds}. Results are
 * written after every run, so an interrupted comparison keeps what it measured.
 */
public final class Comparison {
    private final Settings settings;
    private final InstalledEngines installed;
    private final List<InstalledEngine> engines;
    private final OutputFolder output;
    private final Workers workers;
    private final Progress progress;
    private final Results.Environment environment;
    private final Map<String, EngineVersion> versions = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Baseline> baselines = new ArrayList<>();

    /**
     * Prepares a comparison.
     *
     * @param environment where it runs; the comparison adds the engines
     */
    public Comparison(
            Settings settings,
            InstalledEngines installed,
            OutputFolder output,
            Workers workers,
            Progress progress,
            Results.Environment environment) {
        this.settings = settings;
        this.installed = installed;
        engines = installed.select(settings.engines());
        this.output = output;
        this.workers = workers;
        this.progress = progress;
        this.environment = environment;
        engines.forEach(engine -> versions.put(engine.name(), EngineVersion.unknown(engine.name(), engine.title())));
    }

    /** How many steps the progress has at most. */
    public static int steps(Settings settings, int engines, boolean referenceAsked) {
        boolean strict = settings.divisions().contains(Division.STRICT);
        int parity = !strict ? 0 : referenceAsked ? engines : engines + 1;
        int runs = settings.lastRound() * settings.divisions().size() * engines;
        return settings.projects().size() * (settings.seeds() * (parity + 1) + runs);
    }

    /** A project that is ready to be measured, with what parity said of each engine. */
    private record Prepared(PreparedProject project, Map<String, ParityRun.Outcome> outcomes) {}

    /**
     * Runs everything and returns the results, which are also in the output folder. Rounds are numbered through all
     * seeds, which take turns.
     */
    public Results run() {
        Map<Project, List<Prepared>> prepared = new LinkedHashMap<>();
        for (Project project : settings.projects()) {
            List<Prepared> seeds = new ArrayList<>();
            for (long seed = settings.seed(); seed < settings.seed() + settings.seeds(); seed++) {
                seeds.add(prepare(project, seed));
            }
            prepared.put(project, seeds);
        }
        for (int round = 1; round <= settings.lastRound(); round++) {
            for (List<Prepared> seeds : prepared.values()) {
                Prepared next = seeds.get((round - 1) % seeds.size());
                if (round <= settings.rounds() * settings.seeds() || !settled(next.project())) {
                    measureRound(next.project(), next.outcomes(), round);
                }
            }
        }
        return results();
    }

    private Prepared prepare(Project project, long seed) {
        String name = project.title() + (seed == settings.seed() ? "" : "-seed-" + seed);
        PreparedProject ready =
                PreparedProject.prepare(project, settings, seed, output.work().resolve(name));
        Map<String, ParityRun.Outcome> outcomes = settings.divisions().contains(Division.STRICT)
                ? new ParityRun(installed.reference(), workers, output.logs()).run(ready, engines, progress)
                : Map.of();
        outcomes.forEach((engine, outcome) -> remember(engine, outcome.worker()));
        progress.begin(project.title() + " baselines");
        baselines.addAll(new Baselines(installed.reference(), workers, output.logs()).run(ready));
        progress.end();
        return new Prepared(ready, outcomes);
    }

    private boolean settled(PreparedProject project) {
        String title = project.project().title();
        return Rounds.narrow(Summaries.of(
                runs.stream().filter(run -> run.project().equals(title)).toList()));
    }

    private void measureRound(PreparedProject project, Map<String, ParityRun.Outcome> outcomes, int round) {
        for (InstalledEngine engine : Rounds.order(engines, round)) {
            ParityRun.Outcome outcome = outcomes.get(engine.name());
            if (outcome != null) {
                add(measure(project, engine, round, outcome).withSeed(project.seed()));
            }
            if (settings.divisions().contains(Division.IDIOMATIC)) {
                add(measureExample(project, engine, round).withSeed(project.seed()));
            }
        }
    }

    private Run measure(PreparedProject project, InstalledEngine engine, int round, ParityRun.Outcome outcome) {
        String title = project.project().title();
        progress.begin(title + " round " + round + " " + engine.name());
        Run run;
        if (outcome.passed()) {
            Path log = output.logs().resolve(title + "-" + engine.name() + "-" + round + ".log");
            run = new TimedRun(project, engine, round, settings, workers).run(log, outcome, progress);
        } else {
            WorkerResult worker = outcome.worker();
            Status status = worker.ok() ? Status.FAILED : worker.status();
            RunKey key = new RunKey(title, project.dataset(), engine.name(), round, Division.STRICT);
            run = Run.failed(
                    key,
                    status,
                    outcome.reason(),
                    worker.stderr(),
                    outcome.parity().orElse(null),
                    worker.deviations());
        }
        return run;
    }

    private Run measureExample(PreparedProject project, InstalledEngine engine, int round) {
        String title = project.project().title();
        progress.begin(title + " idiomatic round " + round + " " + engine.name());
        Path log = output.logs().resolve(title + "-" + engine.name() + "-idiomatic-" + round + ".log");
        return new IdiomaticRun(project, engine, round, settings, workers).run(log);
    }

    private void add(Run run) {
        if (run.status() == Status.OK) {
            progress.end();
        } else {
            progress.failed(run.status().title() + ": " + run.reason());
        }
        runs.add(run);
        Results results = results();
        ResultFiles.write(output.path(), results);
        ResultPage.write(output.path(), results);
    }

    /** An engine that reports another name than its own is not believed. */
    private void remember(String engine, WorkerResult worker) {
        worker.info().filter(info -> info.name().equals(engine)).ifPresent(info -> versions.put(engine, version(info)));
    }

    private EngineVersion version(EngineInfo info) {
        return new EngineVersion(
                info.name(),
                installed.find(info.name()).title(),
                info.framework(),
                info.nativeLibrary(),
                info.device(),
                info.threads());
    }

    private Results results() {
        List<Run> judged = OutlierCheck.judge(runs);
        return new Results(
                Results.SCHEMA,
                environment.with(List.copyOf(versions.values())),
                settings,
                judged,
                Baselines.means(baselines),
                Summaries.of(judged));
    }
}
