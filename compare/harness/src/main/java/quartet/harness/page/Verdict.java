package quartet.harness.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import quartet.harness.Status;
import quartet.harness.chart.Axis;
import quartet.harness.chart.Svg;
import quartet.harness.results.Ratio;
import quartet.harness.results.Summary;

/** Summarizes the findings about one project and division in one or two sentences. */
final class Verdict {
    private Verdict() {}

    /**
     * Returns the findings.
     *
     * @param named whether they begin with the name of the division and of the combination of a sweep
     */
    static String of(Group group, boolean named) {
        return (named ? group.heading() + ": " : "") + of(group);
    }

    private static String of(Group group) {
        List<Summary> trained = group.summaries().stream()
                .filter(summary -> summary.trainSeconds() != null)
                .sorted(Comparator.comparingDouble(Verdict::seconds))
                .toList();
        List<String> sentences = new ArrayList<>();
        if (trained.isEmpty()) {
            sentences.add("No engine completed a run.");
        } else {
            sentences.add(speed(trained));
            sentences.addAll(scores(group, trained));
        }
        names(group.summaries(), "failed", "Parity failed for ").ifPresent(sentences::add);
        if (group.summaries().stream().allMatch(summary -> summary.parity().equals("ok"))) {
            sentences.add(group.summaries().size() > 1 ? "All agree with float64." : "It agrees with float64.");
        }
        String incomplete = group.summaries().stream()
                .filter(summary -> summary.status() != Status.OK)
                .map(summary -> name(summary) + " (" + summary.status().title() + ")")
                .collect(Collectors.joining(", "));
        if (!incomplete.isEmpty()) {
            sentences.add("Not completed: " + incomplete + ".");
        }
        return String.join(" ", sentences);
    }

    private static Optional<String> names(List<Summary> summaries, String parity, String start) {
        String names = summaries.stream()
                .filter(summary -> summary.parity().equals(parity))
                .map(Verdict::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(start + names + ".");
    }

    private static String speed(List<Summary> trained) {
        Summary first = trained.get(0);
        String seconds = duration(seconds(first));
        if (trained.size() == 1) {
            return name(first) + " trains in " + seconds + ".";
        }
        String others = trained.stream().skip(1).map(Verdict::comparison).collect(Collectors.joining("; "));
        String intervals = first.rounds() > 1 ? "" : " (one round: no intervals)";
        return name(first) + " trains fastest, in " + seconds + "; " + others + intervals + ".";
    }

    private static String comparison(Summary summary) {
        Ratio ratio = summary.toFastest();
        Double value = ratio.value();
        if (value == null) {
            return name(summary) + " takes " + duration(seconds(summary));
        }
        String times = times(value) + " times";
        Double low = ratio.low();
        Double high = ratio.high();
        String interval =
                low == null || high == null || high > 100 * value ? "" : " (" + times(low) + " to " + times(high) + ")";
        return "tie".equals(ratio.verdict())
                ? name(summary) + " ties with it at " + times + " the time" + interval
                : name(summary) + " takes " + times + " as long" + interval;
    }

    private static String duration(double seconds) {
        return Axis.label(seconds < 100 ? Math.rint(seconds * 100) / 100 : Math.rint(seconds)) + " s";
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.1f" : "%.0f", ratio);
    }

    private static List<String> scores(Group group, List<Summary> trained) {
        List<Summary> scored = trained.stream()
                .filter(summary -> summary.scores().get(group.score()) != null)
                .sorted(Comparator.comparingDouble(summary -> score(group, summary)))
                .toList();
        if (scored.isEmpty()) {
            return List.of();
        }
        Summary least = scored.get(0);
        Summary most = scored.get(scored.size() - 1);
        String title = group.smallerIsBetter() ? "Root mean squared error" : "Accuracy";
        String low = Axis.label(score(group, least));
        String high = Axis.label(score(group, most));
        return List.of(
                low.equals(high)
                        ? title + " is " + low + (scored.size() > 1 ? " for all engines." : ".")
                        : title + " ranges from " + low + " (" + name(least) + ") to " + high + " (" + name(most)
                                + ").");
    }

    private static double score(Group group, Summary summary) {
        return summary.scores().getOrDefault(group.score(), Double.NaN);
    }

    private static double seconds(Summary summary) {
        Double seconds = summary.trainSeconds();
        return seconds == null ? Double.NaN : seconds;
    }

    private static String name(Summary summary) {
        return Svg.shortened(summary.engine(), 40);
    }
}
