package quartet.harness.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quartet.contract.experiment.Project;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.data.DataProfile;
import quartet.harness.data.LoadedData;
import quartet.harness.data.ProjectData;
import quartet.harness.launch.ClassPath;
import quartet.harness.model.ModelFolder;
import quartet.harness.outcome.TestSet;
import quartet.harness.page.ResultPage;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.EngineVersion;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Baseline;
import quartet.harness.results.Results.Run;
import quartet.harness.results.RunBuilder;
import quartet.harness.results.Summaries;
import quartet.harness.run.Schedule.Cell;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/**
 * A complete comparison: parity first, then baselines, then rounds of measurements in a balanced order (see {@link
 * Rounds}). Results are written after every run, so an interrupted comparison can resume. It then prepares only the
 * projects that have missing runs, and repeats their parity check and baselines.
 */
public final class Comparison {
    private final Settings settings;
    private final LoadedData data;
    private final InstalledEngines installed;
    private final List<InstalledEngine> engines;
    private final OutputFolder output;
    private final Workers workers;
    private final Progress progress;
    private final Results.Environment environment;
    private final Optional<Results> earlier;
    private final Map<String, EngineVersion> versions = new LinkedHashMap<>();
    private final Schedule schedule;
    private final List<Baseline> baselines = new ArrayList<>();
    private final Map<Cell, List<Prepared>> prepared = new LinkedHashMap<>();

    /**
     * Prepares a comparison.
     *
     * @param data the data for these settings
     * @param environment the machine; the comparison adds the engines
     * @param earlier the results from before the interruption
     * @throws quartet.harness.UsageException if this comparison differs from the interrupted one
     */
    public Comparison(
            Settings settings,
            LoadedData data,
            InstalledEngines installed,
            OutputFolder output,
            Workers workers,
            Progress progress,
            Results.Environment environment,
            EarlierRun earlier) {
        this.settings = settings;
        this.data = data;
        this.installed = installed;
        engines = installed.select(settings.engines());
        schedule = new Schedule(settings, engines);
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
            results.runs().forEach(schedule::add);
        });
    }

    private static EngineVersion version(InstalledEngine engine) {
        ClassPath classPath = engine.classPathEntries();
        return EngineVersion.unknown(engine.name(), engine.title(), classPath.bytes(), classPath.sha256());
    }

    /** Returns the maximum number of steps. */
    public static int steps(Settings settings, int engines, boolean referenceAsked) {
        boolean strict = settings.divisions().contains(Division.STRICT);
        int parity = !strict ? 0 : referenceAsked ? engines : engines + 1;
        int runs = settings.lastRound() * settings.divisions().size() * engines;
        int variants = settings.sweep().variants().size();
        return settings.projects().size() * (variants * (settings.seeds() * parity + runs) + settings.seeds());
    }

    /** A project that is ready for measurement, with the parity result of each engine. */
    private record Prepared(PreparedProject project, Settings settings, Map<String, ParityRun.Outcome> outcomes) {}

    /**
     * Runs everything and returns the results, which are also in the output folder. Round numbers continue across the
     * seeds, and the seeds alternate.
     */
    public Results run() {
        write(); // From now on, the comparison can be resumed.
        for (Cell cell : schedule.cells()) {
            if (!schedule.isOver(cell)) {
                List<Prepared> seeds = new ArrayList<>();
                for (long seed = settings.seed(); seed < settings.seed() + settings.seeds(); seed++) {
                    seeds.add(prepare(cell, seed));
                }
                prepared.put(cell, seeds);
            }
        }
        for (int round = 1; round <= settings.lastRound(); round++) {
            for (Map.Entry<Cell, List<Prepared>> seeds : prepared.entrySet()) {
                if (schedule.isDue(seeds.getKey(), round)) {
                    measureRound(seeds.getKey(), seeds.getValue().get((round - 1) % settings.seeds()), round);
                }
            }
        }
        return write();
    }

    private Prepared prepare(Cell cell, long seed) {
        Settings own = settings.of(cell.variant());
        ProjectData loaded = data.of(cell.project(), seed);
        PreparedProject ready =
                PreparedProject.prepare(cell.project(), loaded, own, cell.variant(), seed, output.work());
        Map<String, ParityRun.Outcome> outcomes = settings.divisions().contains(Division.STRICT)
                ? new ParityRun(installed.reference(), workers, output.logs()).run(ready, engines, progress)
                : Map.of();
        outcomes.forEach((engine, outcome) -> remember(engine, outcome.worker()));
        if (prepared.keySet().stream().noneMatch(other -> other.project() == cell.project())) {
            progress.begin(ready.name() + " baselines");
            baselines.addAll(new Baselines(installed.reference(), workers, output.logs()).run(ready));
            progress.end();
        }
        return new Prepared(ready, own, outcomes);
    }

    private void measureRound(Cell cell, Prepared ready, int round) {
        for (InstalledEngine engine : Rounds.order(engines, round)) {
            ParityRun.Outcome outcome = ready.outcomes().get(engine.name());
            if (outcome != null && !schedule.has(cell, engine, round, Division.STRICT)) {
                add(measure(ready, engine, round, outcome), ready.project());
            }
            if (settings.divisions().contains(Division.IDIOMATIC)
                    && !schedule.has(cell, engine, round, Division.IDIOMATIC)) {
                add(measureExample(ready, engine, round), ready.project());
            }
        }
    }

    private Run measure(Prepared ready, InstalledEngine engine, int round, ParityRun.Outcome outcome) {
        PreparedProject project = ready.project();
        progress.begin(project.name() + " round " + round + " " + engine.name());
        if (outcome.passed()) {
            Path log = output.logs().resolve(project.name() + "-" + engine.name() + "-" + round + ".log");
            return new TimedRun(project, engine, round, ready.settings(), workers, kept(project, engine, round))
                    .run(log, outcome, progress);
        }
        WorkerResult worker = outcome.worker();
        return Run.failed(
                project.key(engine.name(), round, Division.STRICT),
                worker.ok() ? Status.FAILED : worker.status(),
                outcome.reason(),
                worker.stderr(),
                outcome.parity().orElse(null),
                worker.deviations());
    }

    /**
     * Returns the folder for the trained network. Only networks of the first round, with the first values of a sweep,
     * are kept.
     */
    private Optional<ModelFolder> kept(PreparedProject project, InstalledEngine engine, int round) {
        boolean first = round == 1 && project.name().equals(firstName(project.project()));
        return first
                ? Optional.of(ModelFolder.of(output.path(), project.project().title(), engine.name()))
                : Optional.empty();
    }

    private String firstName(Project project) {
        return PreparedProject.name(project, settings.sweep().variants().get(0));
    }

    private Run measureExample(Prepared ready, InstalledEngine engine, int round) {
        PreparedProject project = ready.project();
        progress.begin(project.name() + " idiomatic round " + round + " " + engine.name());
        Path log = output.logs().resolve(project.name() + "-" + engine.name() + "-idiomatic-" + round + ".log");
        return new IdiomaticRun(project, engine, round, ready.settings(), workers).run(log);
    }

    /** Returns the main score and the training time of a successful run. */
    private static String result(Run run) {
        List<String> parts = new ArrayList<>();
        run.scores().entrySet().stream()
                .findFirst()
                .ifPresent(main -> parts.add(String.format(Locale.ROOT, "%s %.4f", main.getKey(), main.getValue())));
        Double seconds = run.trainSeconds();
        if (seconds != null) {
            parts.add(String.format(Locale.ROOT, "trained in %.2f s", seconds));
        }
        return String.join(", ", parts);
    }

    private void add(Run run, PreparedProject project) {
        if (run.status() == Status.OK) {
            progress.end(result(run));
        } else {
            progress.failed(run.status().title() + ": " + run.reason());
        }
        schedule.add(RunBuilder.from(run).seed(project.seed()).build());
        write();
    }

    private Results write() {
        Results results = results();
        ResultFiles.write(output.path(), results);
        ResultPage.write(output.path(), results);
        return results;
    }

    /** Stores what an engine reports about itself, unless it reports another engine's name. */
    private void remember(String engine, WorkerResult worker) {
        worker.info()
                .filter(info -> info.name().equals(engine))
                .ifPresent(info -> versions.computeIfPresent(
                        engine,
                        (name, version) -> version.reporting(
                                info.framework(), info.nativeLibrary(), info.device(), info.threads())));
    }

    private Results results() {
        List<Run> judged = OutlierCheck.judge(schedule.done());
        return new Results(
                Results.SCHEMA,
                environment.with(List.copyOf(versions.values())),
                settings,
                judged,
                baselines(),
                Summaries.of(judged),
                testSets(judged),
                ownData());
    }

    /** The profiles of own data with the first seed. */
    private List<DataProfile> ownData() {
        Map<String, DataProfile> profiles = new LinkedHashMap<>();
        prepared.values().forEach(seeds -> seeds.get(0)
                .project()
                .profile()
                .ifPresent(profile -> profiles.putIfAbsent(profile.project(), profile)));
        earlier.ifPresent(
                results -> results.ownData().forEach(profile -> profiles.putIfAbsent(profile.project(), profile)));
        return List.copyOf(profiles.values());
    }

    private List<Baseline> baselines() {
        List<Baseline> all = new ArrayList<>(Baselines.means(baselines));
        earlier.ifPresent(results -> results.baselines().stream()
                .filter(baseline -> isKept(baseline.project()))
                .forEach(all::add));
        return all;
    }

    /** Returns the test sets of the first seed and variant, with the rows that first-round runs refer to. */
    private List<TestSet> testSets(List<Run> judged) {
        Map<String, TestSet> sets = new LinkedHashMap<>();
        prepared.forEach((cell, seeds) -> sets.computeIfAbsent(
                cell.project().title(),
                title -> TestSet.of(
                        title,
                        seeds.get(0).project().experiment().data(),
                        judged.stream()
                                .filter(run -> run.project().equals(title))
                                .flatMap(run -> Stream.ofNullable(run.outcome()))
                                .toList())));
        earlier.ifPresent(results -> results.testSets().forEach(set -> sets.putIfAbsent(set.project(), set)));
        return List.copyOf(sets.values());
    }

    /** Returns whether a project keeps its earlier results and was not prepared again. */
    private boolean isKept(String project) {
        return prepared.keySet().stream()
                .noneMatch(cell -> cell.project().title().equals(project));
    }
}
