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
import quartet.harness.html.Finding;
import quartet.harness.results.Summary;

/** Summarizes the findings about one project and division: the speed in one sentence, then scores and parity. */
final class Verdict {
    private Verdict() {}

    /**
     * Returns the findings.
     *
     * @param named whether they name the division and the combination of a sweep
     */
    static Finding of(Group group, boolean named) {
        List<Summary> trained = group.summaries().stream()
                .filter(summary -> summary.trainSeconds() != null)
                .sorted(Comparator.comparingDouble(Verdict::seconds))
                .toList();
        List<String> details = new ArrayList<>(scores(group, trained));
        names(group.summaries(), "failed", "Parity failed for ").ifPresent(details::add);
        if (group.summaries().stream().allMatch(summary -> summary.parity().equals("ok"))) {
            details.add(group.summaries().size() > 1 ? "All agree with float64." : "It agrees with float64.");
        }
        String incomplete = group.summaries().stream()
                .filter(summary -> summary.status() != Status.OK)
                .map(summary -> name(summary) + " (" + summary.status().title() + ")")
                .collect(Collectors.joining(", "));
        if (!incomplete.isEmpty()) {
            details.add("Not completed: " + incomplete + ".");
        }
        String verdict = trained.isEmpty() ? "No engine completed a run." : speed(trained);
        return new Finding(named ? group.heading() : "", verdict, String.join(" ", details));
    }

    private static Optional<String> names(List<Summary> summaries, String parity, String start) {
        String names = summaries.stream()
                .filter(summary -> summary.parity().equals(parity))
                .map(Verdict::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(start + names + ".");
    }

    /** Returns a sentence with the fastest engine, those that tie with it, and the ratios of the others. */
    private static String speed(List<Summary> trained) {
        Summary first = trained.get(0);
        String seconds = Times.micros(1e6 * seconds(first));
        if (trained.size() == 1) {
            return name(first) + " trains in " + seconds + ".";
        }
        List<String> ties = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Summary summary : trained.subList(1, trained.size())) {
            if ("tie".equals(summary.toFastest().verdict())) {
                ties.add(name(summary));
            } else {
                others.add(name(summary) + (others.isEmpty() ? " takes " : " ") + longer(summary));
            }
        }
        return name(first) + " trains fastest, in " + seconds
                + (ties.isEmpty() ? "" : "; " + joined(ties) + (ties.size() > 1 ? " tie" : " ties") + " with it")
                + (others.isEmpty() ? "" : "; " + joined(others)) + ".";
    }

    /** Returns the training time of an engine, as a multiple of the fastest one's if there is a ratio. */
    private static String longer(Summary summary) {
        Double ratio = summary.toFastest().value();
        return ratio == null ? Times.micros(1e6 * seconds(summary)) : times(ratio) + " times as long";
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
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
