package quartet.harness.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.report.Results.Run;
import quartet.harness.report.Results.Summary;

/**
 * From runs to one row for each project and engine: medians, and the ratio of training times to the reference.
 *
 * <pre>{@code
 * d_k = ln(seconds of the engine in round k / seconds of the reference in round k)
 * ratio = exp(mean d);   interval = exp(mean d +- t(0.975, n - 1) s_d / sqrt(n))
 * }</pre>
 *
 * Rounds are paired because a machine's speed drifts from round to round. One round has no interval and no verdict.
 */
public final class Summaries {
    private static final double CONFIDENCE = 0.95;

    private Summaries() {}

    public static List<Summary> of(List<Run> runs) {
        Map<List<String>, List<Run>> groups = new LinkedHashMap<>();
        for (Run run : runs) {
            groups.computeIfAbsent(
                            List.of(
                                    run.project(),
                                    run.dataset(),
                                    run.engine(),
                                    run.division().title()),
                            key -> new ArrayList<>())
                    .add(run);
        }
        List<Summary> summaries = new ArrayList<>();
        groups.forEach((key, group) -> {
            List<Run> reference =
                    groups.getOrDefault(List.of(key.get(0), key.get(1), Settings.REFERENCE, key.get(3)), List.of());
            summaries.add(summary(group, reference));
        });
        return summaries;
    }

    private static Summary summary(List<Run> group, List<Run> reference) {
        Run first = group.get(0);
        List<Run> good = group.stream().filter(run -> run.status() == Status.OK).toList();
        Run worst = group.stream()
                .filter(run -> run.status() != Status.OK)
                .findFirst()
                .orElse(first);
        Ratio ratio = Ratio.of(good, reference);
        Results.Parity parity = first.parity();
        return new Summary(
                first.project(),
                first.dataset(),
                first.engine(),
                first.division(),
                worst.status(),
                worst.reason(),
                good.size(),
                scores(good),
                median(good, Run::trainSeconds),
                median(good, Run::stepMillis),
                median(good, run -> inference(run, Results.Inference::p50Micros)),
                median(good, run -> inference(run, Results.Inference::p99Micros)),
                median(good, run -> inference(run, Results.Inference::rowsPerSecond)),
                median(good, Run::coldStartSeconds),
                peakRss(good),
                parity == null ? "" : parity.status(),
                ratio.value(),
                ratio.low(),
                ratio.high(),
                ratio.verdict(),
                first.linesOfCode());
    }

    private static Map<String, Double> scores(List<Run> runs) {
        Map<String, Double> medians = new LinkedHashMap<>();
        if (!runs.isEmpty()) {
            for (String name : runs.get(0).scores().keySet()) {
                medians.put(
                        name,
                        Objects.requireNonNull(median(runs, run -> run.scores().get(name)), name));
            }
        }
        return medians;
    }

    private static @Nullable Double inference(Run run, Function<Results.Inference, Double> figure) {
        Results.Inference inference = run.inference();
        return inference == null ? null : figure.apply(inference);
    }

    private static @Nullable Long peakRss(List<Run> runs) {
        Double median = median(runs, run -> {
            Long bytes = run.peakRssBytes();
            return bytes == null ? null : (double) bytes;
        });
        return median == null ? null : Math.round(median);
    }

    private static @Nullable Double median(List<Run> runs, Function<Run, @Nullable Double> figure) {
        double[] values = runs.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .toArray();
        return values.length == 0 ? null : StatUtils.percentile(values, 50);
    }

    /** The ratio of training times; low, high and verdict are absent with fewer than two paired rounds. */
    record Ratio(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String verdict) {
        public static Ratio of(List<Run> runs, List<Run> reference) {
            List<Double> logarithms = new ArrayList<>();
            for (Run run : runs) {
                for (Run other : reference) {
                    Double seconds = run.trainSeconds();
                    Double referenceSeconds = other.trainSeconds();
                    if (run.round() == other.round() && seconds != null && referenceSeconds != null) {
                        logarithms.add(Math.log(seconds / referenceSeconds));
                    }
                }
            }
            return of(logarithms.stream().mapToDouble(Double::doubleValue).toArray());
        }

        public static Ratio of(double[] logarithms) {
            int n = logarithms.length;
            if (n == 0) {
                return new Ratio(null, null, null, null);
            }
            double mean = StatUtils.mean(logarithms);
            if (n == 1) {
                return new Ratio(Math.exp(mean), null, null, null);
            }
            double t = new TDistribution(n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
            double half = t * Math.sqrt(StatUtils.variance(logarithms) / n);
            double low = Math.exp(mean - half);
            double high = Math.exp(mean + half);
            String verdict = low > 1 ? "slower" : high < 1 ? "faster" : "tie";
            return new Ratio(Math.exp(mean), low, high, verdict);
        }
    }
}
