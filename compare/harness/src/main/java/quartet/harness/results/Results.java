package quartet.harness.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartet.contract.worker.Latency;
import quartet.contract.worker.WorkerEvent;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.Sweep.Variant;
import quartet.harness.data.DataProfile;
import quartet.harness.outcome.Outcome;
import quartet.harness.outcome.TestSet;

/** The contents of {@code results.json}. Fields may be added but never renamed, because other tools read the file. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Results(
        int schema,
        Environment environment,
        Settings settings,
        List<Run> runs,
        List<Baseline> baselines,
        List<Summary> summary,
        List<TestSet> testSets,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DataProfile> ownData) {
    public static final int SCHEMA = 1;

    public Results {
        Objects.requireNonNull(environment, "no environment");
        Objects.requireNonNull(settings, "no settings");
        runs = complete("runs", runs);
        baselines = complete("baselines", baselines);
        summary = complete("summary", summary);
        testSets = complete("testSets", testSets);
        ownData = complete("ownData", ownData);
    }

    /** Results on the catalogue's data. */
    public Results(
            int schema,
            Environment environment,
            Settings settings,
            List<Run> runs,
            List<Baseline> baselines,
            List<Summary> summary,
            List<TestSet> testSets) {
        this(schema, environment, settings, runs, baselines, summary, testSets, List.of());
    }

    /** Returns the same results with other summaries. */
    public Results with(List<Summary> summaries) {
        return new Results(schema, environment, settings, runs, baselines, summaries, testSets, ownData);
    }

    public static <T> List<T> complete(String name, List<T> list) {
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(name + " holds null");
        }
        return List.copyOf(list);
    }

    /**
     * The machine and the engines of a comparison. Memory is in bytes.
     *
     * @param resumed the times at which an interrupted comparison resumed
     */
    public record Environment(
            String started,
            String os,
            String cpu,
            int physicalCores,
            int logicalCores,
            long memoryBytes,
            String java,
            List<EngineVersion> engines,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> resumed) {
        public Environment {
            engines = complete("engines", engines);
            resumed = complete("resumed", resumed);
        }

        public Environment with(List<EngineVersion> versions) {
            return new Environment(started, os, cpu, physicalCores, logicalCores, memoryBytes, java, versions, resumed);
        }

        /** Returns the same machine, with the history of the earlier environment whose comparison resumes. */
        public Environment resuming(Environment earlier) {
            List<String> times = new ArrayList<>(earlier.resumed);
            times.add(started);
            return new Environment(
                    earlier.started, os, cpu, physicalCores, logicalCores, memoryBytes, java, engines, times);
        }
    }

    /**
     * The run of one engine on one project in one round. Values that a failed run did not reach are absent. In the
     * idiomatic division, parity, cold start and epochs are absent, and linesOfCode counts the example.
     *
     * @param receipt the conditions of the run
     * @param cost the whole cost
     * @param broken the rules that it broke, each in one line
     * @param seed of the split, the initial weights and the order
     * @param outcome the predictions of the final network; absent except in the first round
     * @param variant the values of a sweep; absent without one
     * @param stepParts the time of each part of a step
     * @param firstPredictionMillis the first prediction of the process, of one row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            String project,
            String dataset,
            String engine,
            int round,
            Division division,
            Status status,
            String reason,
            List<String> stderr,
            Map<String, Double> scores,
            List<Epoch> epochs,
            @Nullable Double trainSeconds,
            @Nullable Double stepMillis,
            @Nullable Inference inference,
            @Nullable Double coldStartSeconds,
            @Nullable Long peakRssBytes,
            @Nullable Parity parity,
            List<String> deviations,
            @Nullable Integer linesOfCode,
            @Nullable Receipt receipt,
            @Nullable Cost cost,
            List<String> broken,
            @Nullable Long seed,
            @Nullable Outcome outcome,
            @Nullable Variant variant,
            @Nullable StepParts stepParts,
            @Nullable Double firstPredictionMillis) {

        public Run {
            Objects.requireNonNull(status, "a run without a status");
            division = Objects.requireNonNullElse(division, Division.STRICT); // Absent in older files.
            stderr = complete("stderr", stderr);
            epochs = complete("epochs", epochs);
            deviations = complete("deviations", deviations);
            broken = complete("broken", broken);
        }

        /** Returns the key of the run. */
        @JsonIgnore
        public RunKey key() {
            return new RunKey(
                    project, dataset, engine, round, division, Objects.requireNonNullElse(variant, Variant.PLAIN));
        }

        /** Returns the seconds from the start of the process to the trained network; absent if the run has no cost. */
        @JsonIgnore
        public @Nullable Double toModelSeconds() {
            return cost == null ? null : cost.toModelSeconds();
        }

        /** Returns a failed run. */
        public static Run failed(
                RunKey key,
                Status status,
                String reason,
                List<String> stderr,
                @Nullable Parity parity,
                List<String> deviations) {
            return RunBuilder.of(key)
                    .ending(status, reason, stderr)
                    .parity(parity)
                    .deviations(deviations)
                    .build();
        }
    }

    /** The identity of a run. */
    public record RunKey(String project, String dataset, String engine, int round, Division division, Variant variant) {
        /** Creates the key of a run that is not part of a sweep. */
        public RunKey(String project, String dataset, String engine, int round, Division division) {
            this(project, dataset, engine, round, division, Variant.PLAIN);
        }
    }

    /** The mean training loss, the seconds of its steps, and the main score on the test set after it. */
    public record Epoch(double loss, double seconds, double score) {}

    /**
     * The latency of predicting one row, and the throughput in batches of 256.
     *
     * @param latencyMicros the distribution of the latency; absent from older files
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inference(
            double p50Micros,
            double p99Micros,
            double rowsPerSecond,
            @Nullable Latency latencyMicros) {
        /** Returns the measurements of a worker. */
        public static Inference of(WorkerEvent.Inference measured) {
            return new Inference(
                    measured.p50Micros(), measured.p99Micros(), measured.rowsPerSecond(), measured.latencyMicros());
        }
    }

    /**
     * The parity of an engine with the float64 reference.
     *
     * @param status ok or failed
     * @param worst the largest difference relative to its tolerance; 1 is the limit of agreement
     * @param distance the largest difference of a gradient from the float64 reference
     * @param steps every comparison
     * @param excused near-ties that the engine decided differently from float64, each with its margin
     * @param suspect the mistake that explains the failed comparisons; empty, and absent from the file, if none does
     */
    public record Parity(
            String status,
            double worst,
            double distance,
            List<ParityStep> steps,
            List<String> excused,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String suspect) {
        public Parity {
            steps = complete("steps", steps);
            excused = complete("excused", excused);
        }

        public static Parity of(List<ParityStep> steps, double distance, List<String> excused, String suspect) {
            double worst = 0;
            for (ParityStep step : steps) {
                worst = Math.max(worst, step.severity());
            }
            boolean ok = steps.stream().allMatch(ParityStep::ok);
            return new Parity(ok ? "ok" : "failed", worst, distance, steps, excused, suspect);
        }

        public boolean passed() {
            return status.equals("ok");
        }

        /** Returns the first comparison that failed, in the order of the computation. */
        public String firstFailure() {
            return steps.stream()
                    .filter(step -> !step.ok())
                    .findFirst()
                    .map(ParityStep::toString)
                    .orElse("");
        }
    }

    /** One comparison. Without a tolerance it is reported but not checked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ParityStep(
            String what,
            int step,
            String tensor,
            double difference,
            @Nullable Double tolerance,
            boolean ok) {
        private static final double LARGEST = 1e9;

        public double severity() {
            if (difference == 0 || tolerance == null) {
                return 0;
            }
            return tolerance == 0 ? LARGEST : Math.min(LARGEST, difference / tolerance);
        }

        @Override
        public String toString() {
            String limit = tolerance == null ? "" : String.format(Locale.ROOT, " (tolerance %.0e)", tolerance);
            return String.format(
                    Locale.ROOT, "%s at step %d, tensor %s: difference %.1e%s", what, step, tensor, difference, limit);
        }
    }

    /** A constant prediction or a classical model that a network has to beat. */
    public record Baseline(String project, String dataset, String name, Map<String, Double> scores) {}
}
