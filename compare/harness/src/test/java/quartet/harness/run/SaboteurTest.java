package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quartet.contract.Engine;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.Sweep;
import quartet.harness.data.LoadedData;
import quartet.harness.results.Results;
import quartet.harness.run.Saboteur.Trick;
import quartet.harness.worker.InstalledEngines;

/** Engines that train otherwise than they were checked: each is named, and the honest engine's row is complete. */
class SaboteurTest implements Progress {
    private static final String HONEST = "scratch";
    private static final String TRAINS_OTHERWISE = "trains otherwise than it was checked: loss";
    private static final Map<Trick, String> REASONS = Map.ofEntries(
            Map.entry(Trick.SKIPPED_STEPS, TRAINS_OTHERWISE),
            Map.entry(Trick.FEWER_ROWS, TRAINS_OTHERWISE),
            Map.entry(Trick.DOUBLED_LEARNING_RATE, TRAINS_OTHERWISE),
            Map.entry(Trick.FROZEN_EARLY, TRAINS_OTHERWISE),
            Map.entry(Trick.FROZEN_LATE, "trains otherwise than the reference: loss"),
            Map.entry(Trick.COPIED_ANSWERS, "trains otherwise than the reference: accuracy"),
            Map.entry(Trick.CONSTANT_PREDICTIONS, "trains otherwise than the reference: accuracy"),
            Map.entry(Trick.EMPTY_PREDICTIONS, ""),
            Map.entry(Trick.NAN_PREDICTIONS, "predictions-1.safetensors: expected finite numbers, but was NaN"),
            Map.entry(Trick.NAN_LOSS, TRAINS_OTHERWISE),
            Map.entry(Trick.FALSE_TIME, "expected one event 'trained', but were 2"),
            Map.entry(Trick.EXTRA_EPOCH, "expected 60 epochs, but were 61"),
            Map.entry(Trick.FALSE_THREAD_COUNT, "expected 1 threads, but the engine reports 2"));

    private static Map<String, Results.Run> runs = Map.of();

    /** One comparison of the honest reference with an engine for each trick, which is named after it. */
    @BeforeAll
    static void compare(@TempDir Path home) throws IOException {
        List<String> engines = new ArrayList<>(List.of(HONEST));
        for (Trick trick : Trick.values()) {
            engines.add(name(trick));
        }
        for (String name : engines) {
            Path folder = Files.createDirectories(home.resolve(name + "/target/engine"));
            Files.writeString(folder.resolve("engine.properties"), "name=" + name + "\ntitle=T\njar=x.jar\n");
            Files.writeString(folder.resolve("classpath"), "");
        }
        LocalWorkers workers = new LocalWorkers((engine, job, folder) -> Arrays.stream(Trick.values())
                .filter(trick -> name(trick).equals(engine.name()))
                .findFirst()
                .<Engine>map(trick ->
                        new Saboteur(engine.name(), trick, !job.phases().contains(Phase.PROBE), folder.path()))
                .orElseGet(() -> new ReferenceEngine(engine.name())));
        Settings settings = new Settings(
                        List.of(Project.CLASSIFICATION),
                        List.of(),
                        Scale.SMOKE,
                        "",
                        60,
                        1,
                        1,
                        42,
                        60,
                        "1g",
                        List.of(Division.STRICT),
                        0,
                        1)
                .sweeping(new Sweep(List.of(1), List.of(0), List.of(0.5)));
        Results.Environment environment =
                new Results.Environment("now", "os", "cpu", 1, 1, 1, "17", List.of(), List.of());
        try (OutputFolder output = OutputFolder.create(home.resolve("out"))) {
            Results results = new Comparison(
                            settings,
                            new LoadedData(settings),
                            InstalledEngines.scan(home),
                            output,
                            workers,
                            new SaboteurTest(),
                            environment,
                            EarlierRun.none())
                    .run();
            runs = results.runs().stream().collect(Collectors.toMap(Results.Run::engine, run -> run));
        }
    }

    private static String name(Trick trick) {
        return trick.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Results.Run run(String engine) {
        return Objects.requireNonNull(runs.get(engine), engine);
    }

    @Test
    void theHonestEngineIsComplete() {
        assertThat(run(HONEST).status()).as(run(HONEST).reason()).isEqualTo(Status.OK);
        assertThat(run(HONEST).epochs()).hasSize(60);
    }

    @ParameterizedTest
    @EnumSource(Trick.class)
    void isNamed(Trick trick) {
        Results.Run saboteur = run(name(trick));
        assertThat(saboteur.status()).isEqualTo(Status.FAILED);
        assertThat(saboteur.reason()).startsWith(REASONS.getOrDefault(trick, "?"));
    }

    @Override
    public void begin(String step) {}

    @Override
    public void detail(String text, double fraction) {}

    @Override
    public void end(String result) {}

    @Override
    public void failed(String reason) {}
}
