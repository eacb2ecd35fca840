package quartet.harness.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quartet.harness.chart.Axis;
import quartet.harness.chart.DotChart;
import quartet.harness.chart.DotChart.Dot;
import quartet.harness.chart.DotChart.Row;
import quartet.harness.chart.Figure;
import quartet.harness.chart.Svg;
import quartet.harness.chart.XyChart;
import quartet.harness.chart.XyChart.Curve;
import quartet.harness.chart.XyChart.Point;
import quartet.harness.html.Grid;
import quartet.harness.html.Part;
import quartet.harness.html.SortableTable;
import quartet.harness.outcome.Outcome;
import quartet.harness.outcome.Residuals;
import quartet.harness.outcome.TestSet;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Summary;

/** Shows the final networks' predictions for the test set, from the first round that contains them. */
final class Predictions {
    /** The maximum number of classes for matrices side by side. */
    private static final int FEW_CLASSES = 12;

    private static final int CONFUSIONS = 10;

    private Predictions() {}

    static Part of(String id, Group group, List<TestSet> testSets) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Summary summary : group.summaries()) {
            group.runs(summary.engine()).stream()
                    .flatMap(run -> Stream.ofNullable(run.outcome()))
                    .findFirst()
                    .ifPresent(outcome -> outcomes.put(summary.engine(), outcome));
        }
        TestSet testSet = testSets.stream()
                .filter(set ->
                        set.project().equals(group.project()) && set.dataset().equals(group.dataset()))
                .findFirst()
                .orElse(new TestSet(group.project(), group.dataset(), List.of(), List.of()));
        return Part.of("Predictions", "")
                .withTables(confusions(testSet.classes(), outcomes))
                .withCurves(scatter(id, group, outcomes).toList())
                .withFigures(residuals(id, group, outcomes).toList())
                .withGrids(matrix(testSet.classes(), outcomes))
                .withGalleries(Mistakes.of(testSet, outcomes));
    }

    /**
     * Returns the confusion matrices of all engines side by side, or only the first engine's if there are many
     * classes.
     */
    private static List<Grid> matrix(List<String> classes, Map<String, Outcome> outcomes) {
        Map<String, List<List<Integer>>> matrices = new LinkedHashMap<>();
        outcomes.forEach((engine, outcome) -> {
            int n = outcome.confusion().size();
            boolean first = matrices.isEmpty();
            boolean comparable = first || (matrices.values().iterator().next().size() == n && n <= FEW_CLASSES);
            if (n > 0 && comparable && outcome.confusion().stream().allMatch(row -> row.size() == n)) {
                matrices.put(engine, outcome.confusion());
            }
        });
        if (matrices.isEmpty()) {
            return List.of();
        }
        int n = matrices.values().iterator().next().size();
        List<String> names = IntStream.range(0, n)
                .mapToObj(index -> Mistakes.name(classes, index))
                .toList();
        List<Grid.Group> groups = new ArrayList<>();
        matrices.keySet().forEach(engine -> groups.add(new Grid.Group(engine, names)));
        int most = matrices.values().stream()
                .mapToInt(Predictions::mostConfused)
                .max()
                .orElse(1);
        List<Grid.Row> rows = new ArrayList<>();
        for (int actual = 0; actual < n; actual++) {
            List<Grid.Cell> cells = new ArrayList<>();
            for (List<List<Integer>> matrix : matrices.values()) {
                for (int predicted = 0; predicted < n; predicted++) {
                    cells.add(cell(matrix.get(actual).get(predicted), actual == predicted, most));
                }
            }
            rows.add(new Grid.Row(names.get(actual), cells));
        }
        String note = "Rows: actual class. Columns: predicted class. Shaded: mistakes"
                + (most > 1 ? ", from 1 (light) to " + most + " (dark)." : ".");
        return List.of(new Grid("Confusion matrix", note, "actual", groups, rows));
    }

    private static int mostConfused(List<List<Integer>> matrix) {
        int most = 1;
        for (int actual = 0; actual < matrix.size(); actual++) {
            for (int predicted = 0; predicted < matrix.size(); predicted++) {
                most = actual == predicted
                        ? most
                        : Math.max(most, matrix.get(actual).get(predicted));
            }
        }
        return most;
    }

    private static Grid.Cell cell(int count, boolean right, int most) {
        if (count <= 0) {
            return Grid.Cell.blank();
        }
        double share = Math.sqrt((double) count / most);
        int shade = right ? 0 : (int) Math.min(Grid.DARKEST, Math.max(1, Math.round(share * Grid.DARKEST)));
        return new Grid.Cell(Integer.toString(count), shade, false);
    }

    /** A kind of mistake, and its number for each engine. */
    private record Confusion(int actual, int predicted, List<Integer> counts) {
        int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Returns the most frequent mistakes over all engines; empty for two classes, because their matrix already shows
     * all mistakes.
     */
    private static List<SortableTable> confusions(List<String> classes, Map<String, Outcome> outcomes) {
        int n = outcomes.values().stream()
                .mapToInt(outcome -> outcome.confusion().size())
                .max()
                .orElse(0);
        List<Confusion> confusions = new ArrayList<>();
        for (int actual = 0; n > 2 && actual < n; actual++) {
            for (int predicted = 0; predicted < n; predicted++) {
                Confusion confusion = confusion(actual, predicted, outcomes);
                if (actual != predicted && confusion.total() > 0) {
                    confusions.add(confusion);
                }
            }
        }
        if (confusions.isEmpty()) {
            return List.of();
        }
        List<String> columns = new ArrayList<>(List.of("actual", "predicted"));
        columns.addAll(outcomes.keySet());
        List<List<String>> rows = confusions.stream()
                .sorted(Comparator.comparingInt(Confusion::total).reversed())
                .limit(CONFUSIONS)
                .map(confusion -> Stream.concat(
                                Stream.of(
                                        Mistakes.name(classes, confusion.actual()),
                                        Mistakes.name(classes, confusion.predicted())),
                                confusion.counts().stream().map(String::valueOf))
                        .toList())
                .toList();
        return List.of(SortableTable.narrow(new Table("The most frequent mistakes", columns, rows, List.of())));
    }

    private static Confusion confusion(int actual, int predicted, Map<String, Outcome> outcomes) {
        List<Integer> counts = new ArrayList<>();
        for (Outcome outcome : outcomes.values()) {
            List<List<Integer>> matrix = outcome.confusion();
            boolean there =
                    actual < matrix.size() && predicted < matrix.get(actual).size();
            counts.add(there ? matrix.get(actual).get(predicted) : 0);
        }
        return new Confusion(actual, predicted, counts);
    }

    private static Stream<Figure> scatter(String id, Group group, Map<String, Outcome> outcomes) {
        List<Figure> figures = new ArrayList<>();
        outcomes.forEach((engine, outcome) -> {
            List<Point> points = outcome.pairs().stream()
                    .map(pair -> Point.of(pair.actual(), pair.predicted()))
                    .toList();
            new XyChart(
                            "Predicted against actual, " + Svg.shortened(engine, 30),
                            points.size() + " rows of the test set.",
                            "actual",
                            "predicted",
                            false,
                            false,
                            XyChart.Shape.CLOUD,
                            XyChart.Guide.IDENTITY)
                    .draw(id + "-xy" + figures.size(), List.of(new Curve(group.series(engine), engine, points)))
                    .map(Figure::withoutLegend)
                    .forEach(figures::add);
        });
        return figures.stream();
    }

    private static Stream<Figure> residuals(String id, Group group, Map<String, Outcome> outcomes) {
        List<Row> rows = new ArrayList<>();
        outcomes.forEach((engine, outcome) -> {
            Residuals residuals = outcome.residuals();
            if (residuals != null) {
                Dot dot = new Dot(
                        group.series(engine),
                        engine,
                        residuals.median(),
                        residuals.p5(),
                        residuals.p95(),
                        List.of(),
                        List.of(residuals.p25(), residuals.p75()));
                rows.add(new Row(engine, Axis.label(residuals.median()), List.of(dot)));
            }
        });
        return new DotChart(
                        "Residuals",
                        "Marker, and at the right: median. Box: from 25 to 75 %. Line: from 5 to 95 %.",
                        "predicted minus actual",
                        false,
                        OptionalDouble.of(0),
                        false)
                .draw(id + "-residuals", rows);
    }
}
