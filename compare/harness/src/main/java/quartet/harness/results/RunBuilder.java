package quartet.harness.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartet.harness.Status;
import quartet.harness.outcome.Outcome;
import quartet.harness.results.Results.Epoch;
import quartet.harness.results.Results.Inference;
import quartet.harness.results.Results.Parity;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;

/**
 * Builds a {@link Run} from the parts that are known (Builder). The others are absent or empty, and the status is ok.
 */
public final class RunBuilder {
    private final RunKey key;
    private Status status = Status.OK;
    private String reason = "";
    private List<String> stderr = List.of();
    private Map<String, Double> scores = Map.of();
    private List<Epoch> epochs = List.of();
    private @Nullable Double trainSeconds;
    private @Nullable Double stepMillis;
    private @Nullable Inference inference;
    private @Nullable Double coldStartSeconds;
    private @Nullable Long peakRssBytes;
    private @Nullable Parity parity;
    private List<String> deviations = List.of();
    private @Nullable Integer linesOfCode;
    private @Nullable Receipt receipt;
    private @Nullable Cost cost;
    private List<String> broken = List.of();
    private @Nullable Long seed;
    private @Nullable Outcome outcome;
    private @Nullable StepParts stepParts;
    private @Nullable Double firstPredictionMillis;

    private RunBuilder(RunKey key) {
        this.key = key;
    }

    /** Returns a builder without any known part. */
    public static RunBuilder of(RunKey key) {
        return new RunBuilder(key);
    }

    /** Returns a builder with all parts of a run. */
    public static RunBuilder from(Run run) {
        RunBuilder builder = of(run.key())
                .ending(run.status(), run.reason(), run.stderr())
                .scores(run.scores())
                .epochs(run.epochs())
                .parity(run.parity())
                .deviations(run.deviations())
                .inference(run.inference())
                .outcome(run.outcome())
                .checked(run.receipt(), run.cost(), run.broken());
        builder.trainSeconds = run.trainSeconds();
        builder.stepMillis = run.stepMillis();
        builder.coldStartSeconds = run.coldStartSeconds();
        builder.peakRssBytes = run.peakRssBytes();
        builder.linesOfCode = run.linesOfCode();
        builder.seed = run.seed();
        builder.stepParts = run.stepParts();
        builder.firstPredictionMillis = run.firstPredictionMillis();
        return builder;
    }

    /** Sets the ending of the run. */
    public RunBuilder ending(Status how, String why, List<String> lastLines) {
        status = how;
        reason = why;
        stderr = lastLines;
        return this;
    }

    public RunBuilder scores(Map<String, Double> byName) {
        scores = byName;
        return this;
    }

    public RunBuilder epochs(List<Epoch> all) {
        epochs = all;
        return this;
    }

    public RunBuilder trainSeconds(double seconds) {
        trainSeconds = seconds;
        return this;
    }

    public RunBuilder stepMillis(double millis) {
        stepMillis = millis;
        return this;
    }

    public RunBuilder inference(@Nullable Inference measured) {
        inference = measured;
        return this;
    }

    public RunBuilder coldStartSeconds(double seconds) {
        coldStartSeconds = seconds;
        return this;
    }

    public RunBuilder peakRssBytes(long bytes) {
        peakRssBytes = bytes;
        return this;
    }

    public RunBuilder parity(@Nullable Parity judged) {
        parity = judged;
        return this;
    }

    public RunBuilder deviations(List<String> lines) {
        deviations = lines;
        return this;
    }

    public RunBuilder linesOfCode(@Nullable Integer lines) {
        linesOfCode = lines;
        return this;
    }

    /** Sets the conditions, the whole cost, and the broken rules. */
    public RunBuilder checked(@Nullable Receipt conditions, @Nullable Cost wholeCost, List<String> brokenRules) {
        receipt = conditions;
        cost = wholeCost;
        broken = brokenRules;
        return this;
    }

    /** Sets the seed of the split, the initial weights and the order. */
    public RunBuilder seed(long drawn) {
        seed = drawn;
        return this;
    }

    public RunBuilder outcome(@Nullable Outcome predicted) {
        outcome = predicted;
        return this;
    }

    public RunBuilder stepParts(StepParts measured) {
        stepParts = measured;
        return this;
    }

    public RunBuilder firstPredictionMillis(double millis) {
        firstPredictionMillis = millis;
        return this;
    }

    /** Returns the run. */
    public Run build() {
        return new Run(
                key.project(),
                key.dataset(),
                key.engine(),
                key.round(),
                key.division(),
                status,
                reason,
                stderr,
                scores,
                epochs,
                trainSeconds,
                stepMillis,
                inference,
                coldStartSeconds,
                peakRssBytes,
                parity,
                deviations,
                linesOfCode,
                receipt,
                cost,
                broken,
                seed,
                outcome,
                key.variant().label().isEmpty() ? null : key.variant(),
                stepParts,
                firstPredictionMillis);
    }
}
