package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.harness.Settings;
import quartet.harness.Sweep.Variant;
import quartet.harness.chart.Figure;
import quartet.harness.chart.XyChart;
import quartet.harness.chart.XyChart.Curve;
import quartet.harness.chart.XyChart.Point;
import quartet.harness.html.Part;
import quartet.harness.html.SortableTable;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Ratio;
import quartet.harness.results.Summary;

/** Creates the charts of a sweep: the training time of each engine, and its ratio to scratch, over the swept values. */
final class SweepPart {
    private static final Map<String, ToDoubleFunction<Variant>> AXES = axes();

    private SweepPart() {}

    private static Map<String, ToDoubleFunction<Variant>> axes() {
        Map<String, ToDoubleFunction<Variant>> axes = new LinkedHashMap<>();
        axes.put("threads", Variant::threads);
        axes.put("batch", Variant::batch);
        axes.put("width", Variant::width);
        return axes;
    }

    /**
     * Returns the part.
     *
     * @param tables tables of the sweep, with crossovers in their notes
     */
    static Part of(String id, List<Group> groups, List<Table> tables) {
        List<Figure> figures = new ArrayList<>();
        AXES.forEach((axis, value) -> figures.addAll(figures(id + axis.charAt(0), axis, value, groups)));
        return Part.of("Sweep", "")
                .withTables(tables.stream().map(SortableTable::of).toList())
                .withCurves(figures);
    }

    /** Returns two charts for each combination of the other axes. */
    private static List<Figure> figures(String id, String axis, ToDoubleFunction<Variant> value, List<Group> groups) {
        Map<String, List<Group>> combinations = new LinkedHashMap<>();
        for (Group group : groups) {
            Variant variant = variant(group);
            if (variant != null) {
                combinations
                        .computeIfAbsent(
                                others(variant, axis) + ", " + group.division().title(), key -> new ArrayList<>())
                        .add(group);
            }
        }
        List<Figure> figures = new ArrayList<>();
        combinations.forEach((others, points) -> {
            if (points.size() > 1) {
                String where = others.replaceFirst("^, ", "") + ".";
                String name = id + figures.size();
                Stream.concat(
                                chart("Training time by " + axis, where, axis, "s", XyChart.Guide.NONE)
                                        .draw(name + "t", curves(points, value, Summary::trainSeconds)),
                                chart(
                                                "Training time relative to scratch by " + axis,
                                                where + " Below the line an engine is faster than scratch.",
                                                axis,
                                                "times the training time of scratch",
                                                XyChart.Guide.ONE)
                                        .draw(name + "r", curves(points, value, SweepPart::ratio)))
                        .forEach(figures::add);
            }
        });
        return figures;
    }

    private static XyChart chart(String title, String note, String x, String y, XyChart.Guide guide) {
        return new XyChart(title, note.strip(), x, y, true, true, XyChart.Shape.LINES, guide);
    }

    private static @Nullable Variant variant(Group group) {
        return group.summaries().isEmpty() ? null : group.summaries().get(0).variant();
    }

    /** Returns the label without the value of one axis. */
    private static String others(Variant variant, String axis) {
        List<String> parts = new ArrayList<>(List.of(variant.label().split(", ")));
        parts.removeIf(part -> part.startsWith(axis + " "));
        return String.join(", ", parts);
    }

    private static @Nullable Double ratio(Summary summary) {
        Ratio ratio = summary.toScratch();
        return summary.engine().equals(Settings.REFERENCE) ? null : ratio.value();
    }

    private static List<Curve> curves(
            List<Group> groups, ToDoubleFunction<Variant> axis, Function<Summary, @Nullable Double> figure) {
        Set<String> engines = new LinkedHashSet<>();
        groups.forEach(group -> group.summaries().forEach(summary -> engines.add(summary.engine())));
        List<Curve> curves = new ArrayList<>();
        for (String engine : engines) {
            List<Point> points = new ArrayList<>();
            for (Group group : groups) {
                for (Summary summary : group.summaries()) {
                    Variant variant = summary.variant();
                    Double value = figure.apply(summary);
                    if (summary.engine().equals(engine) && variant != null && value != null) {
                        points.add(Point.of(axis.applyAsDouble(variant), value));
                    }
                }
            }
            points.sort((a, b) -> Double.compare(a.x(), b.x()));
            curves.add(new Curve(groups.get(0).series(engine), engine, points));
        }
        return curves;
    }
}
