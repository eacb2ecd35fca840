package quartet.harness.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import quartet.contract.experiment.Project;
import quartet.datasets.Datasets;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.Sweep;
import quartet.harness.UsageException;
import quartet.harness.data.DataText;
import quartet.harness.data.LoadedData;
import quartet.harness.data.NetworkChoice;
import quartet.harness.data.ProjectData;
import quartet.harness.launch.Cores;
import quartet.harness.process.Guardian;
import quartet.harness.report.RunConditions;
import quartet.harness.report.Tables;
import quartet.harness.report.TerminalTable;
import quartet.harness.results.Results;
import quartet.harness.run.Comparison;
import quartet.harness.run.EarlierRun;
import quartet.harness.run.MachineInfo;
import quartet.harness.run.OutputFolder;
import quartet.harness.serve.ReportServer;
import quartet.harness.worker.ForkedWorkers;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.InstalledEngines;

/** Compares the engines: parity, then accuracy, speed and memory. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Proves that the engines compute the same, then compares accuracy, speed and memory.")
final class RunCommand implements Callable<Integer> {
    /** The default number of rounds. With fewer rounds, an interval can be narrow by chance. */
    private static final int AUTOMATIC_ROUNDS = 5;

    private static final String AUTOMATIC = "auto";

    /** Options that do not affect a run's settings. */
    private static final Set<String> NO_SETTINGS = Set.of("--resume", "--out", "--serve", "--debug");

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final DataOptions own = new DataOptions();

    @Option(names = "--epochs", description = "Epochs instead of the specification's.")
    private @Nullable Integer epochs;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            paramLabel = "N|auto",
            description =
                    "Repetitions of every measurement (${DEFAULT-VALUE}); verdicts need 2, better 5. auto: at least "
                            + AUTOMATIC_ROUNDS + ", until every interval is within 5 %% of its ratio.")
    private String rounds = "1";

    @Option(
            names = "--max-rounds",
            defaultValue = "20",
            paramLabel = "N",
            description = "The maximum number of rounds with --rounds auto (${DEFAULT-VALUE}).")
    private int maxRounds = 20;

    @Option(
            names = "--seeds",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Repeats all rounds with N seeds, counted from --seed: another split, initialization and order "
                            + "each (${DEFAULT-VALUE}).")
    private int seeds = 1;

    @Option(
            names = "--batch",
            split = ",",
            paramLabel = "N",
            description =
                    "Rows of a training step instead of the specification's; repeats everything with several numbers. "
                            + "Strict division only.")
    private List<Integer> batches = List.of();

    @Option(
            names = "--width",
            split = ",",
            defaultValue = "1",
            paramLabel = "X",
            description =
                    "A factor of all hidden sizes (${DEFAULT-VALUE}); repeats everything with several factors. Strict "
                            + "division only.")
    private List<Double> widths = List.of(1.0);

    @Option(names = "--pin", description = "Bind each worker to as many cores as it has threads, with taskset.")
    private boolean pin;

    @Option(
            names = "--division",
            defaultValue = "strict",
            description = "strict: same weights and batches, after parity; idiomatic: unmodified examples; both.")
    private String division = "strict";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for results and logs; results/<time> by default.")
    private @Nullable Path out;

    @Option(
            names = "--resume",
            description =
                    "Resume the interrupted run in --out, with its settings. The machine, the engines and their builds "
                            + "must be the same.")
    private boolean resume;

    @Option(
            names = "--serve",
            description = "Shows the growing report at a local address while it runs. This takes processor time.")
    private boolean serve;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        InstalledEngines installed = InstalledEngines.scan(CommonOptions.home());
        if (resume) {
            try (OutputFolder output = OutputFolder.resume(interrupted())) {
                EarlierRun earlier = EarlierRun.read(output.path());
                Settings settings =
                        earlier.settings().filter(stored -> onlyResume()).orElseGet(this::settings);
                installed.select(settings.engines());
                return run(settings, checkedData(settings), installed, output, earlier);
            }
        }
        Settings settings = settings();
        installed.select(settings.engines());
        LoadedData data = checkedData(settings);
        try (OutputFolder output = OutputFolder.create(folder())) {
            return run(settings, data, installed, output, EarlierRun.none());
        }
    }

    private int run(
            Settings settings, LoadedData data, InstalledEngines installed, OutputFolder output, EarlierRun earlier) {
        List<InstalledEngine> engines = installed.select(settings.engines());
        boolean referenceAsked = engines.contains(installed.reference());
        try (ReportServer server = serve ? ReportServer.start(output.path()) : null;
                Guardian guardian = Guardian.start(output.temporaries());
                ConsoleProgress progress = ConsoleProgress.start(
                        Comparison.steps(settings, engines.size(), referenceAsked), CommonOptions.terminal())) {
            if (server != null) {
                System.err.println("The growing report is at " + server.address());
            }
            Results results = new Comparison(
                            settings,
                            data,
                            installed,
                            output,
                            new ForkedWorkers(settings, guardian),
                            progress,
                            MachineInfo.describe(),
                            earlier)
                    .run();
            progress.finish();
            print(results, output.path());
            boolean ok = results.summary().stream().allMatch(summary -> summary.status() == Status.OK);
            return ok ? 0 : Quartet.FAILED;
        }
    }

    private Path interrupted() {
        Path given = out;
        if (given == null) {
            throw new UsageException("--resume: name the folder of the interrupted run with --out");
        }
        return given;
    }

    /** Returns whether the command line takes all settings from the interrupted run. */
    private boolean onlyResume() {
        ParseResult line = Objects.requireNonNull(spec).commandLine().getParseResult();
        return line.matchedPositionals().isEmpty()
                && line.matchedOptions().stream().allMatch(option -> NO_SETTINGS.contains(option.longestName()));
    }

    private Settings settings() {
        Integer given = epochs;
        if (given != null && given < 1) {
            throw new UsageException("--epochs: expected 1 or more, but was " + given);
        }
        if (batches.contains(0)) {
            throw new UsageException("--batch: expected 1 or more, but was 0");
        }
        Sweep sweep = new Sweep(common.threads(), batches.isEmpty() ? List.of(0) : batches, widths);
        return own.apply(settings(given == null ? 0 : given).sweeping(sweep).pinned(pin && canBind()));
    }

    private static boolean canBind() {
        boolean can = Cores.canBind();
        if (!can) {
            System.err.println("--pin: this system has no taskset that can bind a process; workers are not bound");
        }
        return can;
    }

    private Settings settings(int epochs) {
        if (seeds < 1) {
            throw new UsageException("--seeds: expected 1 or more, but was " + seeds);
        }
        if (rounds.equals(AUTOMATIC)) {
            if (maxRounds < 1) {
                throw new UsageException("--max-rounds: expected 1 or more, but was " + maxRounds);
            }
            return common.settings(epochs, Math.min(AUTOMATIC_ROUNDS, maxRounds), divisions())
                    .repeated(maxRounds, seeds);
        }
        try {
            return common.settings(epochs, Integer.parseInt(rounds), divisions())
                    .repeated(0, seeds);
        } catch (NumberFormatException e) {
            throw new UsageException("--rounds: expected a number or auto, but was '" + rounds + "'", e);
        }
    }

    /**
     * Checks that every data set is present and complete before anything is computed. Prints how the user's own data
     * was prepared. Returns the data; only the user's own is loaded yet.
     */
    private static LoadedData checkedData(Settings settings) {
        LoadedData loaded = new LoadedData(settings);
        for (Project project : settings.projects()) {
            if (settings.own().source().isPresent()) {
                ProjectData data = loaded.of(project, settings.seed());
                NetworkChoice.network(project, data.data(), settings.own());
                data.report().map(DataText::of).ifPresent(System.out::print);
            } else {
                Datasets.verify(ProjectData.dataset(project, settings));
            }
        }
        return loaded;
    }

    private List<Division> divisions() {
        if (division.equals("both")) {
            return List.of(Division.values());
        }
        for (Division candidate : Division.values()) {
            if (candidate.title().equals(division)) {
                return List.of(candidate);
            }
        }
        throw new UsageException("--division: expected strict, idiomatic or both, but was '" + division + "'");
    }

    private Path folder() {
        Path given = out;
        return given != null ? given : NewFolder.in(Path.of("results"));
    }

    /** Returns the tables, with a description of the machine. */
    static String text(Results results) {
        StringBuilder text = new StringBuilder();
        Tables.of(results)
                .forEach(table -> text.append(TerminalTable.render(table)).append('\n'));
        RunConditions.of(results).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    static void print(Results results, Path folder) {
        System.out.println();
        System.out.print(text(results));
        System.out.println("Results, report and logs: " + Printable.line(folder.toString()));
    }
}
