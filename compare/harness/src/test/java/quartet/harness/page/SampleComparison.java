package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.contract.worker.Latency;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.results.Cost;
import quartet.harness.results.EngineVersion;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Baseline;
import quartet.harness.results.Results.Epoch;
import quartet.harness.results.Results.Parity;
import quartet.harness.results.Results.ParityStep;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;
import quartet.harness.results.RunBuilder;
import quartet.harness.results.StepParts;
import quartet.harness.results.Summaries;

/** Results of an invented comparison of any size. The engines differ in speed by a factor of up to 30. */
final class SampleComparison {
    static final List<String> ENGINES = List.of("scratch", "dl4j", "djl-pytorch", "djl-tensorflow");
    private static final double[] SLOWNESS = {1, 30, 2.2, 6};
    private static final int EPOCHS = 30;

    private final Random random = new Random(7);
    private final List<String> engines;
    private final boolean parity;

    private SampleComparison(List<String> engines, boolean parity) {
        this.engines = engines;
        this.parity = parity;
    }

    /** Runs that all end well, of both divisions. */
    static Results complete(List<String> engines, int rounds, boolean parity) {
        SampleComparison sample = new SampleComparison(engines, parity);
        List<Run> runs = new ArrayList<>();
        for (Division division : Division.values()) {
            for (Project project : Project.values()) {
                for (int round = 1; round <= rounds; round++) {
                    for (int engine = 0; engine < engines.size(); engine++) {
                        runs.add(sample.run(project, division, engine, round));
                    }
                }
            }
        }
        return results(engines, rounds, runs);
    }

    /** One project in which the last engine fails for a reason. */
    static Results failing(List<String> engines, String reason) {
        SampleComparison sample = new SampleComparison(engines, true);
        List<Run> runs = new ArrayList<>();
        for (int engine = 0; engine < engines.size() - 1; engine++) {
            runs.add(sample.run(Project.CLASSIFICATION, Division.STRICT, engine, 1));
        }
        RunKey key = new RunKey("classification", "iris", engines.get(engines.size() - 1), 1, Division.STRICT);
        runs.add(Run.failed(key, Status.FAILED, reason, List.of(reason), null, List.of(reason)));
        return results(engines, 1, runs);
    }

    static Results results(List<String> engines, int rounds, List<Run> runs) {
        Settings settings = new Settings(
                List.of(Project.values()),
                List.of(),
                Scale.SMOKE,
                "",
                EPOCHS,
                rounds,
                1,
                42,
                60,
                "1g",
                List.of(Division.values()),
                0,
                1);
        List<EngineVersion> versions = engines.stream()
                .map(engine -> new EngineVersion(engine, engine, engine + " 1.0", "native", "cpu", 1, null, ""))
                .toList();
        Results.Environment environment =
                new Results.Environment("2026-01-01T00:00Z", "Linux", "CPU", 1, 2, 4L << 30, "17", versions, List.of());
        List<Baseline> baselines =
                List.of(new Baseline("classification", "iris", "majority class", Map.of("accuracy", 0.33)));
        return new Results(Results.SCHEMA, environment, settings, runs, baselines, Summaries.of(runs), List.of());
    }

    private Run run(Project project, Division division, int engine, int round) {
        boolean strict = division == Division.STRICT;
        boolean regression = project == Project.REGRESSION;
        double pace = 0.05 * SLOWNESS[engine % SLOWNESS.length] * Math.exp(0.1 * random.nextGaussian());
        List<Epoch> epochs = new ArrayList<>();
        for (int epoch = 1; strict && epoch <= EPOCHS; epoch++) {
            double loss = 2 * Math.exp(-epoch / 6.0) * Math.exp(0.1 * random.nextGaussian()) + 0.05;
            double score = regression ? 4 + 3 * loss : 0.95 - 0.3 * loss;
            epochs.add(new Epoch(loss, pace * (epoch == 1 ? 3 : 1), score));
        }
        double last = strict ? epochs.get(EPOCHS - 1).score() : regression ? 4.2 : 0.91;
        RunBuilder run = RunBuilder.of(
                        new RunKey(project.title(), project.dataset(Scale.SMOKE), engines.get(engine), round, division))
                .scores(
                        regression
                                ? Map.of("rmse", last, "mae", last / 2, "r2", 0.8)
                                : Map.of("accuracy", last, "macroF1", last))
                .epochs(epochs)
                .trainSeconds(pace * (EPOCHS + 2))
                .inference(inference(20 * (engine + 1)))
                .peakRssBytes((300 + 150L * engine) * 1_000_000)
                .parity(strict && parity ? parity(engine) : null)
                .checked(
                        null,
                        new Cost(
                                pace * (EPOCHS + 5),
                                Map.of("start", pace, "training", pace * EPOCHS),
                                Map.of("start", 1.0),
                                5_000_000,
                                null),
                        List.of())
                .seed(42);
        return strict
                ? run.stepMillis(pace * 10)
                        .coldStartSeconds(0.3 + engine)
                        .stepParts(new StepParts(5 * pace, 100 * pace, 460 * pace, 60 * pace, 600 * pace))
                        .build()
                : run.linesOfCode(60 + engine).build();
    }

    private static Results.Inference inference(double micros) {
        Latency latency =
                new Latency(0.8 * micros, 0.9 * micros, micros, 1.2 * micros, 1.9 * micros, micros * micros / 4);
        return new Results.Inference(micros, latency.p99(), 2e7 / micros, latency);
    }

    private Parity parity(int engine) {
        List<ParityStep> steps = new ArrayList<>();
        for (String tensor : List.of("hidden.weight", "output.weight")) {
            steps.add(new ParityStep("gradients", 0, tensor, difference(engine, 1e-7), 1e-3, true));
            steps.add(new ParityStep("weights", 1, tensor, difference(engine, 3e-7), 1e-4, true));
            steps.add(new ParityStep("weights", 100, tensor, difference(engine, 2e-4), null, true));
        }
        steps.add(new ParityStep("saved and loaded", 100, "predictions", 0, 0.0, true));
        return Parity.of(steps, difference(engine, 2e-7), List.of(), "");
    }

    private double difference(int engine, double size) {
        return engine == 0 ? 0 : size * Math.exp(random.nextGaussian());
    }
}
