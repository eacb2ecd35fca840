package quartet.harness.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.harness.Division;
import quartet.harness.Printable;
import quartet.harness.Settings;
import quartet.harness.Status;
import quartet.harness.results.Interval;
import quartet.harness.results.Ratio;
import quartet.harness.results.Receipt;
import quartet.harness.results.Results;
import quartet.harness.results.Results.Baseline;
import quartet.harness.results.Summary;

/** Formats the summary as text tables, one for each project and data set, for the terminal and the report. */
public final class Tables {
    private static final List<String> STRICT_COLUMNS = List.of(
            "train s",
            "ms/step",
            "vs scratch",
            "vs fastest",
            "whole cost",
            "p50 us",
            "p99 us",
            "rows/s",
            "cold s",
            "peak MB",
            "parity");
    private static final List<String> IDIOMATIC_COLUMNS = List.of(
            "train s", "vs scratch", "vs fastest", "whole cost", "p50 us", "p99 us", "rows/s", "peak MB", "lines");

    private Tables() {}

    /**
     * A table of printable text. Control characters are replaced. The type is public for the report's template.
     *
     * @param title one line above it
     * @param columns headings
     * @param rows as many cells in each as there are columns
     * @param notes lines below it
     */
    public record Table(String title, List<String> columns, List<List<String>> rows, List<String> notes) {
        public Table {
            title = Printable.line(title);
            columns = Printable.lines(columns);
            rows = rows.stream().map(Printable::lines).toList();
            notes = Printable.lines(notes);
        }
    }

    /** The identity of a table. */
    private record Key(String project, String dataset, Division division, String variant) {
        static Key of(Summary s) {
            return new Key(s.project(), s.dataset(), s.division(), s.variantLabel());
        }
    }

    /**
     * Returns all tables: one for each project, data set, division and combination of a sweep, then those of the
     * sweeps.
     */
    public static List<Table> of(Results results) {
        List<Table> tables = new ArrayList<>();
        results.summary().stream().map(Key::of).distinct().forEach(key -> tables.add(table(results, key)));
        tables.addAll(SweepTable.of(results));
        return tables;
    }

    private static Table table(Results results, Key key) {
        String project = key.project();
        String dataset = key.dataset();
        Division division = key.division();
        List<Summary> summaries =
                results.summary().stream().filter(s -> Key.of(s).equals(key)).toList();
        List<Baseline> baselines = results.baselines().stream()
                .filter(b -> b.project().equals(project) && b.dataset().equals(dataset))
                .toList();
        List<String> scores = scores(results, project);
        List<String> columns = new ArrayList<>(List.of("engine"));
        scores.forEach(score -> columns.add(heading(score)));
        columns.addAll(division == Division.STRICT ? STRICT_COLUMNS : IDIOMATIC_COLUMNS);
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Summary summary : summaries) {
            rows.add(row(summary, scores));
            if (summary.status() != Status.OK) {
                notes.add(summary.engine() + ": " + summary.status().title() + ": " + summary.reason());
            }
            notes.addAll(outliers(summary));
            notes.addAll(seedVerdict(summary, scores.get(0)));
            summary.broken().forEach(rule -> notes.add(summary.engine() + ": broken rule: " + rule));
        }
        for (Baseline baseline : baselines) {
            List<String> row = new ArrayList<>(List.of(baseline.name()));
            scores.forEach(score -> row.add(number(baseline.scores().get(score), 4)));
            while (row.size() < columns.size()) {
                row.add("");
            }
            rows.add(row);
        }
        notes.addAll(busy(results, key));
        notes.addAll(unbeaten(summaries, baselines, scores.get(0)));
        String title = project + " on " + dataset;
        if (division == Division.IDIOMATIC) {
            notes.add("unmodified examples, each with its own initialization and order of rows; no parity");
            title += ", idiomatic";
        }
        title += key.variant().isEmpty() ? "" : ", " + key.variant();
        return new Table(title, columns, rows, notes);
    }

    private static List<String> row(Summary s, List<String> scores) {
        List<String> row = new ArrayList<>(List.of(s.broken().isEmpty() ? s.engine() : s.engine() + " *"));
        scores.forEach(score -> row.add(score(s, score)));
        Long bytes = s.peakRssBytes();
        String megabytes = bytes == null ? "" : Long.toString(Math.round(bytes / 1e6));
        String failed = s.status() == Status.OK ? "" : s.status().title();
        boolean strict = s.division() == Division.STRICT;
        row.add(s.trainSeconds() == null ? failed : number(s.trainSeconds(), 2));
        if (strict) {
            row.add(number(s.stepMillis(), 3));
        }
        row.addAll(List.of(
                toScratch(s, s.toScratch()),
                toFastest(s.toFastest()),
                toScratch(s, s.wholeToScratch()),
                number(s.p50Micros(), 0),
                number(s.p99Micros(), 0),
                number(s.rowsPerSecond(), 0)));
        if (strict) {
            row.add(number(s.coldStartSeconds(), 2));
        }
        row.add(megabytes);
        row.add(
                strict
                        ? s.parity()
                        : s.linesOfCode() == null ? "" : s.linesOfCode().toString());
        return row;
    }

    /** Returns the median over the rounds, or the mean over the seeds with the half width of its interval. */
    private static String score(Summary s, String name) {
        Interval interval = s.scoreIntervals().get(name);
        return interval == null
                ? number(s.scores().get(name), 4)
                : number(interval.mean(), 4) + " +-" + number(interval.high() - interval.mean(), 4);
    }

    private static List<String> seedVerdict(Summary s, String name) {
        Interval difference = s.scoresToScratch().get(name);
        if (difference == null || s.engine().equals(Settings.REFERENCE)) {
            return List.of();
        }
        String verdict = difference.containsZero() ? "a tie" : "a difference";
        return List.of(String.format(
                Locale.ROOT,
                "%s: %s %+.4f (%+.4f to %+.4f) against scratch with the same %d seeds: %s",
                s.engine(),
                name,
                difference.mean(),
                difference.low(),
                difference.high(),
                difference.seeds(),
                verdict));
    }

    private static String toScratch(Summary s, Ratio ratio) {
        if (ratio.value() == null || s.engine().equals(Settings.REFERENCE)) {
            return "";
        }
        String value = number(ratio.value(), 2) + "x";
        return ratio.verdict() == null ? value : value + " " + ratio.verdict();
    }

    /** Returns the ratio to the fastest engine. Only ties are marked, because no engine can be faster. */
    private static String toFastest(Ratio ratio) {
        Double value = ratio.value();
        if (value == null) {
            return "";
        }
        boolean itself = value == 1 && (ratio.low() == null || ratio.halfWidth() == 0);
        return itself ? "fastest" : number(value, 2) + "x" + ("tie".equals(ratio.verdict()) ? " tie" : "");
    }

    /**
     * Returns a warning if the machine ran other computations during the comparison, which makes all times unreliable.
     */
    private static List<String> busy(Results results, Key key) {
        List<Receipt> receipts = results.runs().stream()
                .filter(run -> new Key(
                                run.project(),
                                run.dataset(),
                                run.division(),
                                run.key().variant().label())
                        .equals(key))
                .flatMap(run -> Stream.ofNullable(run.receipt()))
                .toList();
        List<Receipt> busy = receipts.stream().filter(Receipt::busy).toList();
        if (busy.isEmpty()) {
            return List.of();
        }
        double load = busy.stream().mapToDouble(Receipt::load).max().orElse(0);
        return List.of(String.format(
                Locale.ROOT,
                "the machine was busy in %d of %d runs (load average up to %.1f); times are uncertain",
                busy.size(),
                receipts.size(),
                load));
    }

    private static List<String> outliers(Summary summary) {
        return summary.outliers().stream()
                .map(outlier -> summary.engine() + ": round " + outlier.round() + " is an outlier, "
                        + number(outlier.timesMedian(), 2) + " times the median training time; it is not removed")
                .toList();
    }

    /** Returns a note for each baseline that some networks do not beat. */
    private static List<String> unbeaten(List<Summary> summaries, List<Baseline> baselines, String score) {
        List<String> notes = new ArrayList<>();
        for (Baseline baseline : baselines) {
            Double limit = baseline.scores().get(score);
            List<String> worse = summaries.stream()
                    .filter(summary -> limit != null && !beats(summary.scores().get(score), limit, score))
                    .map(Summary::engine)
                    .toList();
            if (limit != null && !worse.isEmpty()) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s the %s (%s %s)",
                        subject(worse, summaries),
                        baseline.name(),
                        score,
                        number(limit, 4)));
            }
        }
        return notes;
    }

    private static String subject(List<String> worse, List<Summary> summaries) {
        if (worse.size() == 1) {
            return worse.get(0) + " does not beat";
        }
        return worse.size() == summaries.size() ? "no network beats" : String.join(", ", worse) + " do not beat";
    }

    /** Returns whether a score is better than a limit. An engine without the score has its own note. */
    private static boolean beats(@Nullable Double own, double limit, String score) {
        return own == null || (score.equals("rmse") ? own < limit : own > limit);
    }

    /**
     * Returns the names of the scores to show. The user's own data may have unbalanced classes, so it gets further
     * scores.
     */
    private static List<String> scores(Results results, String project) {
        if (project.equals("regression")) {
            return List.of("rmse", "mae", "r2");
        }
        return results.settings().own().source().isPresent()
                ? List.of("accuracy", "balancedAccuracy", "macroF1", "auc")
                : List.of("accuracy", "macroF1");
    }

    private static String heading(String score) {
        return switch (score) {
            case "macroF1" -> "macro F1";
            case "balancedAccuracy" -> "balanced";
            case "rmse", "mae", "r2", "auc" -> score.toUpperCase(Locale.ROOT);
            default -> score;
        };
    }

    static String number(@Nullable Double value, int decimals) {
        return value == null ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Returns the distinct deviations by engine. */
    public static Map<String, List<String>> deviations(Results results) {
        Map<String, List<String>> deviations = new LinkedHashMap<>();
        for (Results.Run run : results.runs()) {
            if (!run.deviations().isEmpty()) {
                deviations.put(Printable.line(run.engine()), Printable.lines(run.deviations()));
            }
        }
        return deviations;
    }
}
