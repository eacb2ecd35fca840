package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.harness.across.Finished;
import quartet.harness.across.SideBySide;
import quartet.harness.across.SideBySide.Side;
import quartet.harness.across.SideBySide.Subject;
import quartet.harness.chart.Axis;
import quartet.harness.chart.DotChart;
import quartet.harness.chart.DotChart.Dot;
import quartet.harness.chart.DotChart.Row;
import quartet.harness.chart.Figure;
import quartet.harness.report.RunConditions;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Ratio;

/** Creates the page that contrasts several comparisons. */
public final class ComparisonPage {
    /** The number of styles in the style sheet. */
    private static final int STYLES = 8;

    private ComparisonPage() {}

    /** Returns the page. The other comparisons are compared with the first. */
    public static String html(List<Finished> comparisons) {
        List<Section> sections = new ArrayList<>();
        Map<Subject, List<Side>> entries = SideBySide.of(comparisons);
        List<Table> tables = SideBySide.tables(comparisons);
        entries.forEach((key, list) ->
                sections.add(section("p" + sections.size(), key, list, tables.get(sections.size()), comparisons)));
        sections.add(conditions(comparisons));
        return PageTemplate.render(new PageTemplate.Content(
                comparisons.size() + " comparisons side by side",
                lines(comparisons),
                Part.of("", ""),
                sections,
                true,
                ""));
    }

    private static List<String> lines(List<Finished> comparisons) {
        return comparisons.stream()
                .map(comparison -> comparison.name() + ": " + String.join("; ", RunConditions.of(comparison.results())))
                .toList();
    }

    private static Section section(
            String id, Subject key, List<Side> entries, Table table, List<Finished> comparisons) {
        String first = comparisons.get(0).name();
        List<String> names = comparisons.stream().map(Finished::name).toList();
        List<Figure> figures = Stream.of(
                        seconds(
                                "Training time",
                                "s, all training steps",
                                id + "-t",
                                entries,
                                names,
                                entry -> entry.summary().trainSeconds()),
                        ratios(
                                "Training time relative to " + first,
                                "times that of " + first,
                                id + "-r",
                                entries,
                                names,
                                Side::training),
                        ratios(
                                "Time from process start to the trained network, relative to " + first,
                                "times that of " + first,
                                id + "-w",
                                entries,
                                names,
                                Side::whole))
                .flatMap(figure -> figure)
                .toList();
        return new Section(
                id,
                Group.title(key.project()),
                table.title(),
                findings(entries, names),
                List.of(Part.of("", "")
                        .withTables(List.of(SortableTable.of(table)))
                        .withFigures(figures)));
    }

    /** Returns one sentence for each comparison except the first. */
    private static List<String> findings(List<Side> entries, List<String> names) {
        List<String> findings = new ArrayList<>();
        for (String name : names.subList(1, names.size())) {
            String verdicts = entries.stream()
                    .filter(entry ->
                            entry.run().equals(name) && entry.training().value() != null)
                    .map(entry -> entry.engine() + " "
                            + SideBySide.ratio(entry.training()).replace("x", "×"))
                    .collect(Collectors.joining("; "));
            if (!verdicts.isEmpty()) {
                findings.add("Training time in " + name + " relative to " + names.get(0) + ": " + verdicts + ".");
            }
        }
        return findings;
    }

    private static Stream<Figure> seconds(
            String title,
            String x,
            String id,
            List<Side> entries,
            List<String> names,
            Function<Side, @Nullable Double> value) {
        return draw(title, "Median of the rounds.", x, OptionalDouble.empty(), id, entries, entry -> {
            Double seconds = value.apply(entry);
            return seconds == null ? Stream.empty() : Stream.of(Dot.of(series(names, entry), entry.run(), seconds));
        });
    }

    private static Stream<Figure> ratios(
            String title, String x, String id, List<Side> entries, List<String> names, Function<Side, Ratio> ratio) {
        return draw(
                title,
                Ratios.NOTE,
                x,
                OptionalDouble.of(1),
                id,
                entries,
                entry -> Ratios.dot(series(names, entry), entry.run(), ratio.apply(entry)).stream());
    }

    private static int series(List<String> names, Side entry) {
        return names.indexOf(entry.run()) % STYLES;
    }

    /** Draws one row for each engine, with a dot for each comparison. */
    private static Stream<Figure> draw(
            String title,
            String note,
            String x,
            OptionalDouble reference,
            String id,
            List<Side> entries,
            Function<Side, Stream<Dot>> dots) {
        Map<String, List<Dot>> rows = new LinkedHashMap<>();
        for (Side entry : entries) {
            rows.computeIfAbsent(entry.engine(), key -> new ArrayList<>())
                    .addAll(dots.apply(entry).toList());
        }
        return new DotChart(title, note, x, true, reference, true)
                .draw(
                        id,
                        rows.entrySet().stream()
                                .map(row -> new Row(row.getKey(), detail(row.getValue()), row.getValue()))
                                .toList());
    }

    private static String detail(List<Dot> dots) {
        return dots.size() > 2
                ? ""
                : dots.stream()
                        .map(dot -> Axis.label(Math.rint(dot.value() * 100) / 100))
                        .collect(Collectors.joining(", "));
    }

    private static Section conditions(List<Finished> comparisons) {
        Table differences = SideBySide.differences(comparisons);
        Part part = differences.rows().isEmpty()
                ? Part.of("", "")
                : Part.of("", "All other conditions are the same.")
                        .withTables(List.of(SortableTable.text(differences)));
        return new Section("receipt", differences.title(), "", List.of(), List.of(part));
    }
}
