package quartet.harness.results;

import java.util.List;
import java.util.Map;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.results.Results.Baseline;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;

/** Results of two rounds in which one engine is twice as slow as scratch and another fails. */
public final class SampleResults {
    private SampleResults() {}

    public static Results of(String failure) {
        List<Run> runs = List.of(
                ok("scratch", 1, 1.0, 0.9),
                failed(1, failure),
                ok("slow", 1, 2.0, 0.8),
                ok("scratch", 2, 3.0, 0.9),
                failed(2, failure),
                ok("slow", 2, 6.06, 0.6));
        Settings settings = new Settings(
                List.of(Project.CLASSIFICATION),
                List.of(),
                Scale.SMOKE,
                "",
                1,
                2,
                1,
                42,
                60,
                "1g",
                List.of(Division.STRICT),
                0,
                1);
        List<EngineVersion> engines = List.of(
                new EngineVersion("scratch", "From scratch", "Quartet 1", "none", "cpu", 1, null, ""),
                new EngineVersion("slow", "Slow", "Slow 2", "lib|slow", "cpu", 1, 12_300_000L, ""));
        Results.Environment environment =
                new Results.Environment("2026-01-01T00:00Z", "Linux", "CPU", 1, 2, 4L << 30, "17", engines, List.of());
        List<Baseline> baselines =
                List.of(new Baseline("classification", "iris", "majority class", Map.of("accuracy", 0.75)));
        return new Results(Results.SCHEMA, environment, settings, runs, baselines, Summaries.of(runs), List.of());
    }

    public static Run ok(String engine, int round, double seconds, double accuracy) {
        return RunBuilder.of(new RunKey("classification", "iris", engine, round, Division.STRICT))
                .scores(Map.of("accuracy", accuracy, "macroF1", 0.5))
                .epochs(List.of(new Results.Epoch(0.1, seconds, accuracy)))
                .trainSeconds(seconds)
                .stepMillis(0.25)
                .inference(new Results.Inference(10, 20, 3000, null))
                .coldStartSeconds(0.5)
                .peakRssBytes(123_000_000L)
                .parity(new Results.Parity("ok", 0.1, 1e-7, List.of(), List.of(), ""))
                .checked(
                        receipt(1.2),
                        new Cost(
                                2 * seconds,
                                Map.of("start", seconds, "training", seconds),
                                Map.of("start", 0.5, "training", 1.5),
                                5_000_000,
                                null),
                        List.of())
                .seed(42)
                .build();
    }

    private static Run failed(int round, String reason) {
        RunKey key = new RunKey("classification", "iris", "broken", round, Division.STRICT);
        return Run.failed(key, Status.FAILED, reason, List.of("last line"), null, List.of("no Adam"));
    }

    public static Receipt receipt(double load) {
        return new Receipt(
                1,
                1,
                "1g",
                1L << 30,
                "float32",
                99,
                "da",
                "0d",
                "3e",
                120L,
                30,
                "Quartet 1",
                "none",
                "amd64 avx2",
                "VM 17",
                List.of("-Xmx1g"),
                "Linux 6",
                "CPU",
                "performance",
                0.5,
                load,
                1L,
                2L,
                3L,
                4L);
    }
}
