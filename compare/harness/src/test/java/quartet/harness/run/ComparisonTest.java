package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.Sweep;
import quartet.harness.data.LoadedData;
import quartet.harness.report.ResultFiles;
import quartet.harness.results.Cost;
import quartet.harness.results.EngineVersion;
import quartet.harness.results.Interval;
import quartet.harness.results.Receipt;
import quartet.harness.results.Results;
import quartet.harness.results.Summary;
import quartet.harness.worker.InstalledEngines;

/** A whole comparison in one process: iris has 120 training and 30 test rows, and the networks are small. */
class ComparisonTest implements Progress {
    private static final Sweep SMALL = new Sweep(List.of(1), List.of(10), List.of(0.125));

    private final LocalWorkers workers = new LocalWorkers();
    private final List<String> failures = new ArrayList<>();
    private final Path home;

    ComparisonTest(@TempDir Path home) {
        this.home = home;
    }

    @BeforeEach
    void installEngines() throws IOException {
        for (String name : List.of("scratch", "crashing", "other")) {
            Path folder = Files.createDirectories(home.resolve(name + "/target/engine"));
            Files.writeString(
                    folder.resolve("engine.properties"), "name=" + name + "\ntitle=Title of " + name + "\njar=x.jar\n");
            Files.writeString(folder.resolve("classpath"), "");
        }
    }

    private Results run(int rounds, String... engines) {
        return run(rounds, 0, engines);
    }

    private Results run(int rounds, int maxRounds, String... engines) {
        return run(rounds, maxRounds, 1, engines);
    }

    private Results run(int rounds, int maxRounds, int seeds, String... engines) {
        try (OutputFolder output = OutputFolder.create(home.resolve("out"))) {
            return comparison(settings(rounds, maxRounds, seeds, engines), output, EarlierRun.none())
                    .run();
        }
    }

    private Results resume(Settings settings) {
        try (OutputFolder output = OutputFolder.resume(home.resolve("out"))) {
            return comparison(settings, output, EarlierRun.read(output.path())).run();
        }
    }

    private Comparison comparison(Settings settings, OutputFolder output, EarlierRun earlier) {
        Results.Environment environment =
                new Results.Environment("now", "os", "cpu", 1, 1, 1, "17", List.of(), List.of());
        InstalledEngines installed = InstalledEngines.scan(home);
        LoadedData data = new LoadedData(settings);
        return new Comparison(settings, data, installed, output, workers, this, environment, earlier);
    }

    private static Settings settings(int rounds, int maxRounds, int seeds, String... engines) {
        return new Settings(
                        List.of(Project.CLASSIFICATION),
                        List.of(engines),
                        Scale.SMOKE,
                        "",
                        2,
                        rounds,
                        1,
                        42,
                        60,
                        "1g",
                        List.of(Division.STRICT),
                        maxRounds,
                        seeds)
                .sweeping(SMALL);
    }

    @Test
    void parityComesFirstAndTheOrderOfEnginesAlternates() {
        run(2, "scratch", "crashing", "other");
        assertThat(workers.jobs())
                .containsExactly(
                        "scratch [COLD_START, TRAIN]",
                        "scratch [COLD_START, TRAIN, PROBE]",
                        "scratch [RELOAD]",
                        "crashing [COLD_START, TRAIN, PROBE]",
                        "crashing [RELOAD]",
                        "other [COLD_START, TRAIN, PROBE]",
                        "other [RELOAD]",
                        "scratch [COLD_START, TRAIN, INFERENCE, SAVE, STEP_PARTS]",
                        "crashing [COLD_START, TRAIN, INFERENCE, SAVE, STEP_PARTS]",
                        "other [COLD_START, TRAIN, INFERENCE, SAVE, STEP_PARTS]",
                        "other [COLD_START, TRAIN, INFERENCE, STEP_PARTS]",
                        "crashing [COLD_START, TRAIN, INFERENCE, STEP_PARTS]",
                        "scratch [COLD_START, TRAIN, INFERENCE, STEP_PARTS]");
    }

    @Test
    void aFailedRunIsARowAndTheOthersAreComplete() {
        Results results = run(2, "scratch", "crashing", "other");
        assertThat(results.runs()).hasSize(6);
        assertThat(results.runs())
                .filteredOn(run -> run.status() == Status.OK)
                .hasSize(4)
                .allSatisfy(run -> {
                    assertThat(run.epochs()).hasSize(2);
                    assertThat(run.trainSeconds()).isPositive();
                    assertThat(run.scores()).containsKeys("accuracy", "macroF1");
                });
        assertThat(results.runs())
                .filteredOn(run -> run.engine().equals("crashing"))
                .allSatisfy(run -> {
                    assertThat(run.reason()).isEqualTo("exit code 7");
                    assertThat(run.stderr()).containsExactly("the end");
                });
        assertThat(failures).containsExactly("failed: exit code 7", "failed: exit code 7");
        assertThat(ResultFiles.read(home.resolve("out"))).isEqualTo(results);
    }

    @Test
    void everyRunHasAReceiptAndItsWholeCost() {
        Results results = run(1, "scratch", "other");
        Receipt receipt = results.runs().get(0).receipt();
        assertThat(receipt).isNotNull();
        assertThat(receipt.threadsReadBack()).isEqualTo(1);
        assertThat(receipt.parameters()).isPositive();
        assertThat(List.of(receipt.dataSha256(), receipt.orderSha256(), receipt.weightsSha256()))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(receipt.rowsSeen()).isEqualTo(2 * 120);
        assertThat(receipt.rowsScored()).isEqualTo(30);
        assertThat(receipt.jvm()).contains(System.getProperty("java.vm.version"));
        assertThat(receipt.heapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(receipt.collections()).isNotNegative();
        Receipt other = results.runs().get(1).receipt();
        assertThat(other).isNotNull();
        assertThat(other.weightsSha256()).isEqualTo(receipt.weightsSha256());

        Cost cost = results.runs().get(0).cost();
        assertThat(cost).isNotNull();
        assertThat(cost.seconds()).containsOnlyKeys("start", "training", "evaluation");
        assertThat(cost.cpuSeconds()).containsOnlyKeys("start", "training", "evaluation");
        assertThat(cost.toModelSeconds()).isGreaterThan(results.runs().get(0).trainSeconds());
        assertThat(cost.allocatedBytes()).isPositive();
        assertThat(results.summary().get(1).wholeToScratch().value()).isPositive();
    }

    @Test
    void automaticRoundsEndAtTheMaximum() {
        // Trainings of a few milliseconds differ by more than 5 % in every round.
        assertThat(run(2, 3, "scratch", "other").runs())
                .extracting(Results.Run::round)
                .startsWith(1, 1, 2, 2)
                .allMatch(round -> round <= 3);
    }

    @Test
    void seedsTakeTurnsAndEnginesArePairedBySeed() {
        Results results = run(1, 0, 2, "scratch", "other");
        assertThat(results.runs()).extracting(Results.Run::seed).containsExactly(42L, 42L, 43L, 43L);
        assertThat(results.runs()).extracting(Results.Run::round).containsExactly(1, 1, 2, 2);
        assertThat(results.runs())
                .extracting(run -> run.receipt() == null ? "" : run.receipt().weightsSha256())
                .doesNotContain("");
        assertThat(results.runs().get(0).receipt())
                .isNotEqualTo(results.runs().get(2).receipt());
        Summary other = results.summary().get(1);
        assertThat(other.scoreIntervals().get("accuracy"))
                .extracting(Interval::seeds)
                .isEqualTo(2);
        // Both names stand for the same computation, so that no seed shows a difference.
        assertThat(other.scoresToScratch().get("accuracy")).isEqualTo(new Interval(0, 0, 0, 2));
        assertThat(results.baselines()).hasSize(3);
    }

    @Test
    void anInterruptedComparisonMeasuresOnlyWhatIsMissing() {
        workers.failAfter(9); // Parity takes 5 jobs.
        assertThatThrownBy(() -> run(3, "scratch", "other")).hasMessage("power failure");
        List<Results.Run> measured = ResultFiles.read(home.resolve("out")).runs();
        assertThat(measured).extracting(Results.Run::round).containsExactly(1, 1, 2, 2);

        workers.jobs().clear();
        Settings settings = settings(3, 0, 1, "scratch", "other");
        Results resumed = resume(settings);
        assertThat(resumed.runs())
                .startsWith(measured.toArray(new Results.Run[0]))
                .hasSize(6);
        assertThat(workers.jobs()).hasSize(7);
        assertThat(resumed.baselines()).hasSize(3);
        assertThat(resumed.environment().engines())
                .extracting(EngineVersion::framework)
                .containsExactly("scratch 1.0", "other 1.0");

        workers.jobs().clear();
        Results again = resume(settings);
        assertThat(workers.jobs()).isEmpty();
        assertThat(again.runs()).isEqualTo(resumed.runs());
        assertThat(again.summary()).isEqualTo(resumed.summary());
        assertThat(again.baselines()).isEqualTo(resumed.baselines());
        assertThat(again.testSets()).isEqualTo(resumed.testSets());
    }

    @Test
    void everyCombinationOfASweepHasItsOwnParityAndRatios() {
        Sweep sweep = new Sweep(List.of(1), List.of(10, 20), List.of(0.0625));
        Results results;
        try (OutputFolder output = OutputFolder.create(home.resolve("out"))) {
            Settings settings = settings(1, 0, 1, "scratch", "other").sweeping(sweep);
            results = comparison(settings, output, EarlierRun.none()).run();
        }
        assertThat(results.runs())
                .extracting(run -> run.engine() + " " + run.key().variant().label())
                .containsExactly("scratch batch 10", "other batch 10", "scratch batch 20", "other batch 20");
        assertThat(results.runs())
                .extracting(run -> Objects.requireNonNull(run.receipt()).parameters())
                .containsOnly(4 * 8 + 8 + 8 * 8 + 8 + 8 * 3 + 3L);
        assertThat(results.summary()).extracting(Summary::parity).containsOnly("ok");
        assertThat(results.summary())
                .extracting(summary -> summary.toScratch().value())
                .doesNotContainNull()
                .startsWith(1.0);
        assertThat(results.baselines()).hasSize(3);
        assertThat(ResultFiles.read(home.resolve("out"))).isEqualTo(results);
    }

    @Test
    void everyEngineIsListedAndHasItsOwnDeviations() {
        Results results = run(1, "scratch", "crashing", "other");
        assertThat(results.environment().engines())
                .extracting(EngineVersion::framework)
                .containsExactly("scratch 1.0", "crashing 1.0", "other 1.0");
        assertThat(results.environment().engines().get(2).title()).isEqualTo("Title of other");
        assertThat(results.runs())
                .allSatisfy(run -> assertThat(run.deviations()).containsExactly("deviation of " + run.engine()));
    }

    @Test
    void theReferenceRunsForParityEvenIfItWasNotAskedFor() {
        Results results = run(1, "other");
        assertThat(results.runs()).extracting(Results.Run::engine).containsExactly("other");
        assertThat(workers.jobs())
                .startsWith(
                        "scratch [COLD_START, TRAIN]",
                        "scratch [COLD_START, TRAIN, PROBE]",
                        "scratch [RELOAD]",
                        "other [COLD_START, TRAIN, PROBE]");
    }

    @Override
    public void begin(String step) {}

    @Override
    public void detail(String text, double fraction) {}

    @Override
    public void end(String result) {}

    @Override
    public void failed(String reason) {
        failures.add(reason);
    }
}
