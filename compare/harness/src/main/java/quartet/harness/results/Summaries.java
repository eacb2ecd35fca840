package quartet.harness.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.Sweep.Variant;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Results.RunKey;

/**
 * Summarizes runs to one row for each project, division and engine: medians over the rounds, and {@link Ratio}s to the
 * reference and to the fastest engine, which has the smallest median training time.
 */
public final class Summaries {
    private Summaries() {}

    /** The key of runs that are compared with each other. */
    private record Group(String project, String dataset, Division division, Variant variant) {
        static Group of(Run run) {
            RunKey key = run.key();
            return new Group(key.project(), key.dataset(), key.division(), key.variant());
        }
    }

    public static List<Summary> of(List<Run> runs) {
        Map<Group, Map<String, List<Run>>> groups = new LinkedHashMap<>();
        for (Run run : runs) {
            groups.computeIfAbsent(Group.of(run), key -> new LinkedHashMap<>())
                    .computeIfAbsent(run.engine(), key -> new ArrayList<>())
                    .add(run);
        }
        List<Summary> summaries = new ArrayList<>();
        groups.values().forEach(engines -> {
            List<Run> reference = engines.getOrDefault(Settings.REFERENCE, List.of());
            List<Run> fastest = fastest(engines.values());
            OptionalDouble target = TimeToScore.common(engines.values().stream()
                    .flatMap(group -> good(group).stream())
                    .toList());
            engines.values().forEach(group -> summaries.add(summary(group, reference, fastest, target)));
        });
        return summaries;
    }

    /** Returns the runs of the fastest engine; empty if all failed. */
    private static List<Run> fastest(Collection<List<Run>> engines) {
        List<Run> fastest = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (List<Run> group : engines) {
            Double seconds = median(good(group), Run::trainSeconds);
            if (seconds != null && seconds < least) {
                least = seconds;
                fastest = group;
            }
        }
        return good(fastest);
    }

    private static List<Run> good(List<Run> runs) {
        return runs.stream().filter(run -> run.status() == Status.OK).toList();
    }

    private static Summary summary(List<Run> group, List<Run> reference, List<Run> fastest, OptionalDouble target) {
        Run first = group.get(0);
        List<Run> good = good(group);
        Run worst = group.stream()
                .filter(run -> run.status() != Status.OK)
                .findFirst()
                .orElse(first);
        Ratio ratio = Ratio.of(good, reference, Run::trainSeconds);
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
                first.linesOfCode(),
                Ratio.of(good, fastest, Run::trainSeconds),
                WarmUp.median(good).orElse(null),
                Outlier.of(good),
                median(good, Run::toModelSeconds),
                median(good, run -> cost(run, Cost::toModelCpuSeconds)),
                median(good, run -> cost(run, cost -> (double) cost.allocatedBytes())),
                Ratio.of(good, reference, Run::toModelSeconds),
                good.stream().flatMap(run -> run.broken().stream()).distinct().toList(),
                SeedScores.intervals(good),
                SeedScores.differences(good, good(reference)),
                first.variant(),
                stepParts(good),
                median(good, Run::firstPredictionMillis),
                target.isEmpty()
                        ? null
                        : TimeToScore.median(good, target.getAsDouble()).orElse(null),
                sameBits(good));
    }

    private static @Nullable Boolean sameBits(List<Run> runs) {
        Map<Long, List<Run>> seeds = new LinkedHashMap<>();
        runs.forEach(run -> seeds.computeIfAbsent(Objects.requireNonNullElse(run.seed(), 0L), seed -> new ArrayList<>())
                .add(run));
        seeds.values().removeIf(rounds -> rounds.size() == 1);
        return seeds.isEmpty()
                ? null
                : seeds.values().stream()
                        .allMatch(rounds -> rounds.stream()
                                        .map(run -> List.of(run.scores(), losses(run)))
                                        .distinct()
                                        .count()
                                == 1);
    }

    private static List<Double> losses(Run run) {
        return run.epochs().stream().map(Results.Epoch::loss).toList();
    }

    private static @Nullable StepParts stepParts(List<Run> runs) {
        List<StepParts> all =
                runs.stream().flatMap(run -> Stream.ofNullable(run.stepParts())).toList();
        if (all.isEmpty()) {
            return null;
        }
        ToDoubleFunction<ToDoubleFunction<StepParts>> median =
                part -> StatUtils.percentile(all.stream().mapToDouble(part).toArray(), 50);
        return new StepParts(
                median.applyAsDouble(StepParts::select),
                median.applyAsDouble(StepParts::predict),
                median.applyAsDouble(StepParts::gradients),
                median.applyAsDouble(StepParts::weights),
                median.applyAsDouble(StepParts::step));
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

    private static @Nullable Double cost(Run run, Function<Cost, Double> figure) {
        Cost cost = run.cost();
        return cost == null ? null : figure.apply(cost);
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
}
