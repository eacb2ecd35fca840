package quartet.harness.across;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartet.harness.Division;
import quartet.harness.Status;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Ratio;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Summary;

/**
 * Contrasts several finished comparisons. Each engine's costs are compared with those of the same engine in the first
 * comparison.
 */
public final class SideBySide {
    private SideBySide() {}

    /** The project, data set, division and sweep values that the contrasted results have in common. */
    public record Subject(String project, String dataset, Division division, String variant) {
        static Subject of(Summary summary) {
            return new Subject(summary.project(), summary.dataset(), summary.division(), summary.variantLabel());
        }

        /** Returns the subject in one line. */
        public String title() {
            return project + " on " + dataset + (division == Division.STRICT ? "" : ", " + division.title())
                    + (variant.isEmpty() ? "" : ", " + variant);
        }
    }

    /**
     * One engine in one comparison.
     *
     * @param run the comparison's name
     * @param summary of the engine
     * @param training the ratio of its training time to that in the first comparison
     * @param whole the same for the time from process start to the trained network
     */
    public record Side(String run, Summary summary, Ratio training, Ratio whole) {
        public String engine() {
            return summary.engine();
        }
    }

    /** Returns the entries by subject, sorted by engine, then by comparison. */
    public static Map<Subject, List<Side>> of(List<Finished> comparisons) {
        Map<Subject, Set<String>> engines = new LinkedHashMap<>();
        for (Finished comparison : comparisons) {
            for (Summary summary : comparison.results().summary()) {
                engines.computeIfAbsent(Subject.of(summary), key -> new LinkedHashSet<>())
                        .add(summary.engine());
            }
        }
        Map<Subject, List<Side>> all = new LinkedHashMap<>();
        engines.forEach((key, names) -> {
            List<Side> entries = new ArrayList<>();
            names.forEach(engine -> entries.addAll(entries(comparisons, key, engine)));
            all.put(key, entries);
        });
        return all;
    }

    private static List<Side> entries(List<Finished> comparisons, Subject key, String engine) {
        List<Side> entries = new ArrayList<>();
        List<Run> first = find(comparisons.get(0), key, engine)
                .map(summary -> comparisons.get(0).runs(summary))
                .orElse(List.of());
        for (int i = 0; i < comparisons.size(); i++) {
            Finished comparison = comparisons.get(i);
            List<Run> others = i == 0 ? List.of() : first;
            find(comparison, key, engine).ifPresent(summary -> {
                List<Run> runs = comparison.runs(summary);
                entries.add(new Side(
                        comparison.name(),
                        summary,
                        Unpaired.of(runs, others, Run::trainSeconds),
                        Unpaired.of(runs, others, Run::toModelSeconds)));
            });
        }
        return entries;
    }

    private static Optional<Summary> find(Finished comparison, Subject key, String engine) {
        return comparison.results().summary().stream()
                .filter(summary ->
                        Subject.of(summary).equals(key) && summary.engine().equals(engine))
                .findFirst();
    }

    /** Returns one table for each project, data set and division. */
    public static List<Table> tables(List<Finished> comparisons) {
        String first = comparisons.get(0).name();
        List<Table> tables = new ArrayList<>();
        of(comparisons).forEach((key, entries) -> {
            String score = key.project().equals("regression") ? "rmse" : "accuracy";
            List<String> columns = List.of(
                    "engine",
                    "run",
                    "rounds",
                    score.equals("rmse") ? "RMSE" : score,
                    "train s",
                    "vs " + first,
                    "whole s",
                    "vs " + first,
                    "p50 us",
                    "rows/s",
                    "cold s",
                    "peak MB");
            tables.add(new Table(
                    key.title(),
                    columns,
                    entries.stream().map(entry -> row(entry, score)).toList(),
                    notes(entries)));
        });
        return tables;
    }

    private static List<String> row(Side entry, String score) {
        Summary s = entry.summary();
        Long bytes = s.peakRssBytes();
        return List.of(
                s.engine(),
                entry.run(),
                Integer.toString(s.rounds()),
                number(s.scores().get(score), 4),
                number(s.trainSeconds(), 2),
                ratio(entry.training()),
                number(s.toModelSeconds(), 2),
                ratio(entry.whole()),
                number(s.p50Micros(), 0),
                number(s.rowsPerSecond(), 0),
                number(s.coldStartSeconds(), 2),
                bytes == null ? "" : Long.toString(Math.round(bytes / 1e6)));
    }

    private static List<String> notes(List<Side> entries) {
        return entries.stream()
                .filter(entry -> entry.summary().status() != Status.OK)
                .map(entry -> entry.engine() + " in " + entry.run() + ": "
                        + entry.summary().status().title() + ": "
                        + entry.summary().reason())
                .toList();
    }

    /** Formats a ratio with its interval and its verdict, if present. */
    public static String ratio(Ratio ratio) {
        Double value = ratio.value();
        if (value == null) {
            return "";
        }
        String interval =
                ratio.low() == null ? "" : " (" + number(ratio.low(), 2) + " to " + number(ratio.high(), 2) + ")";
        return number(value, 2) + "x" + interval + (ratio.verdict() == null ? "" : " " + ratio.verdict());
    }

    /**
     * Returns the conditions that are not the same in all comparisons, as a table with a column for each. Conditions
     * that a comparison lacks, such as settings of a later version, are listed in a note.
     */
    public static Table differences(List<Finished> comparisons) {
        List<Map<String, String>> conditions = comparisons.stream()
                .map(comparison -> Conditions.of(comparison.results()).flat())
                .toList();
        Set<String> names = new LinkedHashSet<>();
        conditions.forEach(map -> names.addAll(map.keySet()));
        List<List<String>> rows = new ArrayList<>();
        names.removeIf(name ->
                conditions.stream().allMatch(map -> map.getOrDefault(name, "").isEmpty()));
        for (String name : names) {
            List<String> stated = conditions.stream()
                    .map(map -> map.getOrDefault(name, ""))
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (stated.size() > 1) {
                List<String> row = new ArrayList<>(List.of(name));
                conditions.forEach(map -> row.add(map.getOrDefault(name, "")));
                rows.add(row);
            }
        }
        List<String> columns = new ArrayList<>(List.of("condition"));
        comparisons.forEach(comparison -> columns.add(comparison.name()));
        return new Table("Conditions that differ", columns, rows, unstated(comparisons, conditions, names));
    }

    private static List<String> unstated(
            List<Finished> comparisons, List<Map<String, String>> conditions, Set<String> names) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Map<String, String> stated = conditions.get(i);
            Set<String> missing = new LinkedHashSet<>();
            for (String name : names) {
                if (stated.getOrDefault(name, "").isEmpty()) {
                    missing.add(name.replaceAll(" \\(.*", ""));
                }
            }
            if (!missing.isEmpty()) {
                notes.add(comparisons.get(i).name() + " does not state: " + String.join(", ", missing));
            }
        }
        return notes;
    }

    private static String number(@Nullable Double value, int decimals) {
        return value == null ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
