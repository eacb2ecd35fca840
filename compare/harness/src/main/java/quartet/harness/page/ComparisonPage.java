package quartet.harness.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.harness.Division;
import quartet.harness.across.Finished;
import quartet.harness.across.SideBySide;
import quartet.harness.across.SideBySide.Side;
import quartet.harness.across.SideBySide.Subject;
import quartet.harness.chart.Axis;
import quartet.harness.chart.DotChart;
import quartet.harness.chart.DotChart.Dot;
import quartet.harness.chart.DotChart.Row;
import quartet.harness.chart.Figure;
import quartet.harness.chart.Svg;
import quartet.harness.html.Finding;
import quartet.harness.html.Part;
import quartet.harness.html.ReportPage;
import quartet.harness.html.Section;
import quartet.harness.html.SortableTable;
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
        sections.sort(Comparator.comparing(section -> section.findings().isEmpty())); // Compared projects come first.
        sections.add(conditions(comparisons));
        return new ReportPage(
                        comparisons.size() + " comparisons side by side",
                        "Each engine is compared with itself in the first comparison, "
                                + comparisons.get(0).name() + ".",
                        lines(comparisons),
                        Part.of("", "").withFigures(overview(entries, comparisons)),
                        sections,
                        true,
                        "")
                .html();
    }

    /** Draws the training times of all projects relative to the first comparison: a chart for each other comparison. */
    private static List<Figure> overview(Map<Subject, List<Side>> entries, List<Finished> comparisons) {
        List<String> engines = entries.values().stream()
                .flatMap(List::stream)
                .map(Side::engine)
                .distinct()
                .toList();
        String first = comparisons.get(0).name();
        List<Figure> figures = new ArrayList<>();
        for (Finished comparison : comparisons.subList(1, comparisons.size())) {
            List<Row> rows = new ArrayList<>();
            entries.forEach((subject, sides) -> rows.add(new Row(
                    label(subject),
                    "",
                    sides.stream()
                            .filter(side -> side.run().equals(comparison.name()))
                            .flatMap(side ->
                                    Ratios.dot(engines.indexOf(side.engine()) % STYLES, side.engine(), side.training())
                                            .stream())
                            .toList())));
            String title = "Training time in " + comparison.name() + " relative to " + first;
            Ratios.chart("o" + figures.size(), title, "times that in " + first, true, rows)
                    .forEach(figures::add);
        }
        return figures;
    }

    private static String label(Subject subject) {
        return Group.title(subject.project())
                + (subject.division() == Division.STRICT
                        ? ""
                        : ", " + subject.division().title())
                + (subject.variant().isEmpty() ? "" : ", " + subject.variant());
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
        boolean several = entries.stream().map(Side::run).distinct().count() > 1;
        Stream<Stream<Figure>> figures = Stream.of(
                seconds("Training time", "s, all training steps", id + "-t", entries, names, entry -> entry.summary()
                        .trainSeconds()),
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
                        Side::whole));
        return new Section(
                id,
                Group.title(key.project()),
                table.title(),
                findings(entries, names),
                List.of(Part.of("", "")
                        .withTables(List.of(SortableTable.of(table)))
                        .withFigures(several ? figures.flatMap(list -> list).toList() : List.of())));
    }

    /** Returns the engines that train faster and slower: one finding for each comparison except the first. */
    private static List<Finding> findings(List<Side> entries, List<String> names) {
        List<Finding> findings = new ArrayList<>();
        for (String name : names.subList(1, names.size())) {
            Map<String, List<String>> verdicts = new TreeMap<>();
            for (Side entry : entries) {
                Double ratio = entry.training().value();
                if (entry.run().equals(name) && ratio != null) {
                    String verdict = Objects.requireNonNullElse(entry.training().verdict(), "without an interval");
                    verdicts.computeIfAbsent(verdict, key -> new ArrayList<>())
                            .add(Svg.shortened(entry.engine(), 40) + " (" + Ratios.times(ratio) + ")");
                }
            }
            String sentence = verdicts.entrySet().stream()
                    .map(verdict -> verdict.getKey() + " for " + String.join(", ", verdict.getValue()))
                    .collect(Collectors.joining("; "));
            if (!sentence.isEmpty()) {
                findings.add(
                        new Finding("Training time in " + name + " relative to " + names.get(0), sentence + ".", ""));
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
        List<Row> rows = rows(entries, entry -> {
            Double seconds = value.apply(entry);
            return seconds == null ? Stream.empty() : Stream.of(Dot.of(series(names, entry), entry.run(), seconds));
        });
        return new DotChart(title, "Median of the rounds.", x, true, OptionalDouble.empty(), true).draw(id, rows);
    }

    private static Stream<Figure> ratios(
            String title, String x, String id, List<Side> entries, List<String> names, Function<Side, Ratio> ratio) {
        List<Row> rows =
                rows(entries, entry -> Ratios.dot(series(names, entry), entry.run(), ratio.apply(entry)).stream());
        return Ratios.chart(id, title, x, true, rows);
    }

    private static int series(List<String> names, Side entry) {
        return names.indexOf(entry.run()) % STYLES;
    }

    /** Returns one row for each engine, with a dot for each comparison. */
    private static List<Row> rows(List<Side> entries, Function<Side, Stream<Dot>> dots) {
        Map<String, List<Dot>> rows = new LinkedHashMap<>();
        for (Side entry : entries) {
            rows.computeIfAbsent(entry.engine(), key -> new ArrayList<>())
                    .addAll(dots.apply(entry).toList());
        }
        return rows.entrySet().stream()
                .map(row -> new Row(row.getKey(), detail(row.getValue()), row.getValue()))
                .toList();
    }

    /** Returns the values of up to two dots as text. */
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
