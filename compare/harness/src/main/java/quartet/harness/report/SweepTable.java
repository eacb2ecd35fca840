package quartet.harness.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import quartet.harness.Division;
import quartet.harness.Settings;
import quartet.harness.Sweep;
import quartet.harness.Sweep.Variant;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Results;
import quartet.harness.results.Summary;

/**
 * Tables of training time by the values of a sweep, with the values at which an engine overtakes the reference.
 * Between two neighbouring values, the ratio of training times is interpolated linearly in logarithms.
 *
 * <pre>{@code ln x = ln x1 + (ln x2 - ln x1) ln r1 / (ln r1 - ln r2)    where r1 and r2 lie on both sides of 1 }</pre>
 */
final class SweepTable {
    private static final Map<String, ToDoubleFunction<Variant>> AXES = axes();

    private final Map<Variant, Map<String, Summary>> cells = new LinkedHashMap<>();
    private final Set<String> engines = new LinkedHashSet<>();

    private SweepTable() {}

    private static Map<String, ToDoubleFunction<Variant>> axes() {
        Map<String, ToDoubleFunction<Variant>> axes = new LinkedHashMap<>();
        axes.put("threads", Variant::threads);
        axes.put("batch", Variant::batch);
        axes.put("width", Variant::width);
        return axes;
    }

    private record Key(String project, String dataset, Division division) {}

    /** Returns one table for each project, data set and division with more than one combination of values. */
    static List<Table> of(Results results) {
        Map<Key, SweepTable> sweeps = new LinkedHashMap<>();
        for (Summary s : results.summary()) {
            Variant variant = s.variant();
            if (variant != null) {
                SweepTable sweep = sweeps.computeIfAbsent(
                        new Key(s.project(), s.dataset(), s.division()), key -> new SweepTable());
                sweep.cells
                        .computeIfAbsent(variant, key -> new LinkedHashMap<>())
                        .put(s.engine(), s);
                sweep.engines.add(s.engine());
            }
        }
        List<Table> tables = new ArrayList<>();
        sweeps.values().removeIf(sweep -> sweep.cells.size() == 1); // A page shows each combination separately.
        sweeps.forEach((key, sweep) -> {
            String division = key.division() == Division.STRICT
                    ? ""
                    : ", " + key.division().title();
            tables.add(sweep.table("Training time of " + key.project() + " on " + key.dataset() + division));
        });
        return tables;
    }

    private Table table(String title) {
        List<String> columns = new ArrayList<>(List.of("sweep"));
        engines.forEach(engine -> columns.add(engine + " s"));
        List<String> others = engines.stream()
                .filter(engine -> !engine.equals(Settings.REFERENCE))
                .toList();
        others.forEach(engine -> columns.add(engine + " vs scratch"));
        List<List<String>> rows = new ArrayList<>();
        cells.forEach((variant, summaries) -> {
            List<String> row = new ArrayList<>(List.of(variant.label()));
            engines.forEach(engine -> row.add(Tables.number(seconds(summaries.get(engine)), 3)));
            others.forEach(engine -> row.add(ratio(summaries.get(engine))));
            rows.add(row);
        });
        List<String> notes = new ArrayList<>();
        for (String engine : others) {
            AXES.forEach((axis, value) -> notes.addAll(crossovers(engine, axis, value)));
        }
        return new Table(title, columns, rows, notes);
    }

    private static @Nullable Double seconds(@Nullable Summary summary) {
        return summary == null ? null : summary.trainSeconds();
    }

    private static String ratio(@Nullable Summary summary) {
        Double value = summary == null ? null : summary.ratioToScratch();
        String verdict = summary == null ? null : summary.verdict();
        return value == null ? "" : Tables.number(value, 2) + "x" + (verdict == null ? "" : " " + verdict);
    }

    /**
     * Returns the points at which an engine overtakes the reference or falls behind it along one axis, with all other
     * values equal.
     */
    private List<String> crossovers(String engine, String axis, ToDoubleFunction<Variant> value) {
        List<String> notes = new ArrayList<>();
        List<Variant> variants = new ArrayList<>(cells.keySet());
        for (Variant first : variants) {
            for (Variant second : variants) {
                if (isNext(first, second, value, variants)) {
                    note(engine, axis, value, first, second).ifPresent(notes::add);
                }
            }
        }
        return notes;
    }

    /** Returns whether the second is the next larger value along an axis, and equal along the others. */
    private static boolean isNext(
            Variant first, Variant second, ToDoubleFunction<Variant> value, List<Variant> variants) {
        double low = value.applyAsDouble(first);
        double high = value.applyAsDouble(second);
        if (!(low < high) || !sameExcept(first, second, value)) {
            return false;
        }
        return variants.stream()
                .filter(variant -> sameExcept(first, variant, value))
                .mapToDouble(value)
                .noneMatch(other -> other > low && other < high);
    }

    private static boolean sameExcept(Variant first, Variant second, ToDoubleFunction<Variant> value) {
        return AXES.values().stream()
                .filter(axis -> axis != value)
                .allMatch(axis -> axis.applyAsDouble(first) == axis.applyAsDouble(second));
    }

    private Optional<String> note(
            String engine, String axis, ToDoubleFunction<Variant> value, Variant first, Variant second) {
        OptionalDouble before = ratioOf(engine, first);
        OptionalDouble after = ratioOf(engine, second);
        if (before.isEmpty() || after.isEmpty() || (before.getAsDouble() > 1) == (after.getAsDouble() > 1)) {
            return Optional.empty();
        }
        double low = value.applyAsDouble(first);
        double high = value.applyAsDouble(second);
        double r1 = Math.log(before.getAsDouble());
        double r2 = Math.log(after.getAsDouble());
        double at = Math.exp(Math.log(low) + (Math.log(high) - Math.log(low)) * r1 / (r1 - r2));
        String rest = rest(first, axis);
        return Optional.of(String.format(
                Locale.ROOT,
                "%s %s between %s %s and %s, at about %.3g%s",
                engine,
                r1 > 0 ? "overtakes scratch" : "falls behind scratch",
                axis,
                Sweep.number(low),
                Sweep.number(high),
                at,
                rest.isEmpty() ? "" : " (" + rest + ")"));
    }

    /** Returns the label without the value of an axis. */
    private static String rest(Variant variant, String axis) {
        List<String> parts = new ArrayList<>(List.of(variant.label().split(", ")));
        parts.removeIf(part -> part.startsWith(axis + " "));
        return String.join(", ", parts);
    }

    private OptionalDouble ratioOf(String engine, Variant variant) {
        Map<String, Summary> summaries = cells.getOrDefault(variant, Map.of());
        Summary summary = summaries.get(engine);
        Double ratio = summary == null ? null : summary.ratioToScratch();
        return ratio == null ? OptionalDouble.empty() : OptionalDouble.of(ratio);
    }
}
