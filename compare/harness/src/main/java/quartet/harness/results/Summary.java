package quartet.harness.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartet.harness.Division;
import quartet.harness.Status;
import quartet.harness.Sweep.Variant;

/**
 * The summary of one engine on one project: medians over the successful rounds. Values are absent if all rounds
 * failed.
 *
 * @param toFastest the ratio of training times to the fastest engine
 * @param warmUp absent with few epochs
 * @param outliers rounds whose training time is far from those of the others
 * @param toModelSeconds from the start of the process to the trained network
 * @param toModelCpuSeconds CPU time of all threads until then
 * @param allocatedBytes on the JVM's heap until then
 * @param wholeToScratch the ratio of {@code toModelSeconds} to scratch
 * @param broken the rules that a run broke, each once
 * @param scoreIntervals the mean of each score over the seeds; empty with one seed
 * @param scoresToScratch the mean difference of each score from scratch with the same seed; empty with one seed
 * @param variant the values of a sweep; absent without one
 * @param stepParts the time of each part of a step
 * @param firstPredictionMillis the first prediction of the process
 * @param target the time at which training reaches the score that all runs reach
 * @param sameBits whether all rounds of a seed have bitwise equal scores and losses; absent without two rounds of a
 *     seed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
        String project,
        String dataset,
        String engine,
        Division division,
        Status status,
        String reason,
        int rounds,
        Map<String, Double> scores,
        @Nullable Double trainSeconds,
        @Nullable Double stepMillis,
        @Nullable Double p50Micros,
        @Nullable Double p99Micros,
        @Nullable Double rowsPerSecond,
        @Nullable Double coldStartSeconds,
        @Nullable Long peakRssBytes,
        String parity,
        @Nullable Double ratioToScratch,
        @Nullable Double ratioLow,
        @Nullable Double ratioHigh,
        @JsonSetter(nulls = Nulls.SET) @Nullable String verdict,
        @Nullable Integer linesOfCode,
        Ratio toFastest,
        @Nullable WarmUp warmUp,
        List<Outlier> outliers,
        @Nullable Double toModelSeconds,
        @Nullable Double toModelCpuSeconds,
        @Nullable Double allocatedBytes,
        Ratio wholeToScratch,
        List<String> broken,
        Map<String, Interval> scoreIntervals,
        Map<String, Interval> scoresToScratch,
        @Nullable Variant variant,
        @Nullable StepParts stepParts,
        @Nullable Double firstPredictionMillis,
        @Nullable Target target,
        @Nullable Boolean sameBits) {

    public Summary {
        Objects.requireNonNull(status, "a summary without a status");
        division = Objects.requireNonNullElse(division, Division.STRICT); // Absent in older files.
        toFastest = Objects.requireNonNullElse(toFastest, new Ratio(null, null, null, null));
        wholeToScratch = Objects.requireNonNullElse(wholeToScratch, new Ratio(null, null, null, null));
        outliers = Results.complete("outliers", outliers);
        broken = Results.complete("broken", broken);
        scoreIntervals = Objects.requireNonNullElse(scoreIntervals, Map.of());
        scoresToScratch = Objects.requireNonNullElse(scoresToScratch, Map.of());
    }

    /**
     * The first epoch after which a training reaches a score, and the seconds of the steps until then.
     *
     * @param score the best score that every run of every engine reaches, on the same project, data and sweep value
     */
    public record Target(double score, double epochs, double seconds) {}

    /** Returns the label of a sweep's values; empty without a sweep. */
    @JsonIgnore
    public String variantLabel() {
        return variant == null ? "" : variant.label();
    }

    /** Returns the ratio of training times to scratch. */
    @JsonIgnore
    public Ratio toScratch() {
        return new Ratio(ratioToScratch, ratioLow, ratioHigh, verdict);
    }
}
