package quartet.harness.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quartet.contract.experiment.Project;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.launch.ClassPath;
import quartet.harness.outcome.TestSet;
import quartet.harness.page.ResultPage;
import quartet.harness.report.ResultFiles;
import quartet.harness.report.Results;
import quartet.harness.report.Results.Baseline;
import quartet.harness.report.Results.EngineVersion;
import quartet.harness.report.Results.Run;
import quartet.harness.report.Results.RunKey;
import quartet.harness.report.RunBuilder;
import quartet.harness.report.Summaries;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/**
 * A whole comparison: parity first, then baselines, then rounds of measurements in a balanced order, see {@link Rounds}. Results are
 * written after every run, so an interrupted comparison keeps what it measured and can go on from there. Then only
 * projects with a run that is missing are prepared anew, parity and baselines included.
 */
public final class Comparison {
    private final Settings settings;
    private final InstalledEngines installed;
    private final List<InstalledEngine> engines;
    private final OutputFolder output;
    private final Workers workers;
    private final Progress progress;
    private final Results.Environment environment;
    private final Optional<Results> earlier;
    private final Map<String, EngineVersion> versions = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Baseline> baselines = new ArrayList<>();
    private final Map<Project, List<Prepared>> prepared = new LinkedHashMap<>();

    /**
     * Prepares a comparison.
     *
     * @param environment where it runs; the comparison adds the engines
     * @param earlier what it has measured before it was interrupted
     * @throws quartet.harness.UsageException if it differs from the one that was interrupted
     */
    public Comparison(
            Settings settings,
            InstalledEngines installed,
            OutputFolder output,
            Workers workers,
            Progress progress,
            Results.Environment environment,
            EarlierRun earlier) {
        this.settings = settings;
        this.installed = installed;
        engines = installed.select(settings.engines());
        this.output = output;
        this.workers = workers;
        this.progress = progress;
        engines.forEach(engine -> versions.put(engine.name(), version(engine)));
        earlier.check(settings, environment.with(List.copyOf(versions.values())));
        this.earlier = earlier.results();
        this.environment = this.earlier
                .map(results -> environment.resuming(results.environment()))
                .orElse(environment);
        this.earlier.ifPresent(results -> {
            results.environment().engines().forEach(version -> versions.put(version.engine(), version));
            runs.addAll(results.runs());
        });
    }

    private static EngineVersion version(InstalledEngine engine) {
        ClassPath classPath = engine.classPathEntries();
        return EngineVersion.unknown(engine.name(), engine.title(), classPath.bytes(), classPath.sha256());
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
        write(); // From now on, the comparison can be resumed.
        for (Project project : settings.projects()) {
            if (isOver(project)) {
                continue;
            }
            List<Prepared> seeds = new ArrayList<>();
            for (long seed = settings.seed(); seed < settings.seed() + settings.seeds(); seed++) {
                seeds.add(prepare(project, seed));
            }
            prepared.put(project, seeds);
        }
        for (int round = 1; round <= settings.lastRound(); round++) {
            for (Map.Entry<Project, List<Prepared>> seeds : prepared.entrySet()) {
                if (isDue(seeds.getKey(), round)) {
                    Prepared next = seeds.getValue().get((round - 1) % settings.seeds());
                    measureRound(next.project(), next.outcomes(), round);
                }
            }
        }
        return write();
    }

    /** Whether a project has all its runs, which an earlier comparison measured. */
    private boolean isOver(Project project) {
        for (int round = 1; round <= settings.lastRound() && isDue(project, round); round++) {
            for (InstalledEngine engine : engines) {
                for (Division division : settings.divisions()) {
                    if (!has(project, engine.name(), round, division)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** A round that was begun is completed, so that every engine has the same number. */
    private boolean isDue(Project project, int round) {
        boolean begun = runs.stream().anyMatch(run -> run.project().equals(project.title()) && run.round() == round);
        return begun || round <= settings.rounds() * settings.seeds() || !settled(project);
    }

    private boolean has(Project project, String engine, int round, Division division) {
        return runs.stream()
                .anyMatch(run -> run.project().equals(project.title())
                        && run.engine().equals(engine)
                        && run.round() == round
                        && run.division() == division);
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

    private boolean settled(Project project) {
        return Rounds.narrow(Summaries.of(runs.stream()
                .filter(run -> run.project().equals(project.title()))
                .toList()));
    }

    private void measureRound(PreparedProject project, Map<String, ParityRun.Outcome> outcomes, int round) {
        Project title = project.project();
        for (InstalledEngine engine : Rounds.order(engines, round)) {
            ParityRun.Outcome outcome = outcomes.get(engine.name());
            if (outcome != null && !has(title, engine.name(), round, Division.STRICT)) {
                add(measure(project, engine, round, outcome), project);
            }
            if (settings.divisions().contains(Division.IDIOMATIC)
                    && !has(title, engine.name(), round, Division.IDIOMATIC)) {
                add(measureExample(project, engine, round), project);
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

    private void add(Run run, PreparedProject project) {
        if (run.status() == Status.OK) {
            progress.end();
        } else {
            progress.failed(run.status().title() + ": " + run.reason());
        }
        runs.add(RunBuilder.from(run).seed(project.seed()).build());
        write();
    }

    private Results write() {
        Results results = results();
        ResultFiles.write(output.path(), results);
        ResultPage.write(output.path(), results);
        return results;
    }

    /** An engine that reports another name than its own is not believed. */
    private void remember(String engine, WorkerResult worker) {
        worker.info()
                .filter(info -> info.name().equals(engine))
                .ifPresent(info -> versions.computeIfPresent(
                        engine,
                        (name, version) -> version.reporting(
                                info.framework(), info.nativeLibrary(), info.device(), info.threads())));
    }

    private Results results() {
        List<Run> judged = OutlierCheck.judge(runs);
        return new Results(
                Results.SCHEMA,
                environment.with(List.copyOf(versions.values())),
                settings,
                judged,
                baselines(),
                Summaries.of(judged),
                testSets(judged));
    }

    private List<Baseline> baselines() {
        List<Baseline> all = new ArrayList<>(Baselines.means(baselines));
        earlier.ifPresent(results -> results.baselines().stream()
                .filter(baseline -> isKept(baseline.project()))
                .forEach(all::add));
        return all;
    }

    /** The test sets of the first seed, with the rows that the runs of the first round refer to. */
    private List<TestSet> testSets(List<Run> judged) {
        List<TestSet> all = new ArrayList<>();
        for (List<Prepared> seeds : prepared.values()) {
            PreparedProject first = seeds.get(0).project();
            String title = first.project().title();
            all.add(TestSet.of(
                    title,
                    first.experiment().data(),
                    judged.stream()
                            .filter(run -> run.project().equals(title))
                            .flatMap(run -> Stream.ofNullable(run.outcome()))
                            .toList()));
        }
        earlier.ifPresent(results ->
                results.testSets().stream().filter(set -> isKept(set.project())).forEach(all::add));
        return all;
    }

    /** Whether a project was not prepared anew. */
    private boolean isKept(String project) {
        return prepared.keySet().stream().noneMatch(other -> other.title().equals(project));
    }
}
