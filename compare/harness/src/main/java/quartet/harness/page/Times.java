package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.harness.chart.Axis;
import quartet.harness.chart.DotChart;
import quartet.harness.chart.DotChart.Dot;
import quartet.harness.chart.DotChart.Row;
import quartet.harness.chart.Figure;
import quartet.harness.chart.StackedBars;
import quartet.harness.chart.StackedBars.Bar;
import quartet.harness.chart.XyChart;
import quartet.harness.chart.XyChart.Curve;
import quartet.harness.chart.XyChart.Point;
import quartet.harness.results.Cost;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Summary;

/**
 * Creates charts of times, rates and memory of one project and division. Charts without data are omitted.
 *
 * @param id prefix of the charts' ids in the page
 */
record Times(String id, Group group) {
    private static final int PHASES = 6;

    /** Draws the training time, its ratio to scratch, and the score over training time. */
    Stream<Figure> training() {
        return Stream.of(
                        scoreAgainstTime(),
                        single("Training time", "s, all training steps", true, Run::trainSeconds, "train"),
                        Ratios.toScratch(id + "-ratio", group))
                .flatMap(figures -> figures);
    }

    /** Draws the time from the start of the process to the trained network, and its phases. */
    Stream<Figure> whole() {
        return Stream.concat(
                single(
                        "Time to the trained network",
                        "s from process start, without evaluation",
                        true,
                        Run::toModelSeconds,
                        "whole"),
                phases());
    }

    Stream<Figure> inference() {
        return Stream.concat(
                latency(),
                single(
                        "Throughput of inference",
                        "rows per second, in batches of 256",
                        true,
                        run -> run.inference() == null ? null : run.inference().rowsPerSecond(),
                        "rows"));
    }

    Stream<Figure> memory() {
        return single("Peak memory", "resident MB", false, Times::megabytes, "mb");
    }

    Stream<Figure> coldStart() {
        return single("Cold start", "s from process start to first prediction", false, Run::coldStartSeconds, "cold");
    }

    private static @Nullable Double megabytes(Run run) {
        Long bytes = run.peakRssBytes();
        return bytes == null ? null : bytes / 1e6;
    }

    /** Draws one dot for each engine, with its rounds. */
    private Stream<Figure> single(
            String title, String unit, boolean logarithmic, Function<Run, @Nullable Double> figure, String name) {
        List<Row> rows = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            List<Double> values = values(group.runs(summary.engine()), figure);
            if (!values.isEmpty()) {
                Dot dot = dot(group.series(summary.engine()), summary.engine(), values);
                rows.add(new Row(summary.engine(), Axis.tick(dot.value()), List.of(dot)));
            }
        }
        return new DotChart(title, rounds(rows), unit, logarithmic, OptionalDouble.empty(), false)
                .draw(id + "-" + name, rows);
    }

    private static String rounds(List<Row> rows) {
        boolean repeated = rows.stream()
                .flatMap(row -> row.dots().stream())
                .anyMatch(dot -> dot.points().size() > 1);
        return repeated ? "Median and all rounds." : "";
    }

    private static List<Double> values(List<Run> runs, Function<Run, @Nullable Double> figure) {
        return runs.stream().map(figure).filter(Objects::nonNull).toList();
    }

    private static Dot dot(int series, String name, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        return new Dot(series, name, median, sorted.get(0), sorted.get(n - 1), n > 1 ? sorted : List.of());
    }

    private Stream<Figure> scoreAgainstTime() {
        List<Curve> curves = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            List<Point> points = new ArrayList<>();
            for (Run run : group.runs(summary.engine())) {
                Double seconds = run.trainSeconds();
                Double score = run.scores().get(group.score());
                if (seconds != null && score != null) {
                    points.add(Point.of(seconds, score));
                }
            }
            curves.add(new Curve(group.series(summary.engine()), summary.engine(), points));
        }
        String better = group.smallerIsBetter() ? "Lower left" : "Upper left";
        return XyChart.of(
                        "Score against training time",
                        "One marker for each round. " + better + " is better.",
                        "training time in s",
                        "test " + group.scoreTitle(),
                        true,
                        false,
                        XyChart.Shape.POINTS)
                .draw(id + "-trade", curves);
    }

    /** Draws the median seconds of each phase of the process. */
    private Stream<Figure> phases() {
        Set<String> names = new LinkedHashSet<>();
        group.runs().stream()
                .flatMap(run -> Stream.ofNullable(run.cost()))
                .forEach(cost -> names.addAll(cost.seconds().keySet()));
        List<String> phases = names.stream().limit(PHASES).toList();
        List<Bar> bars = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            List<Cost> costs = group.runs(summary.engine()).stream()
                    .flatMap(run -> Stream.ofNullable(run.cost()))
                    .filter(cost -> !cost.seconds().isEmpty())
                    .toList();
            if (!costs.isEmpty()) {
                bars.add(new Bar(
                        summary.engine(),
                        phases.stream().map(phase -> median(costs, phase)).toList()));
            }
        }
        return new StackedBars("Where the process spends its time", "Median of the rounds.", "s", phases)
                .draw(id + "-phases", bars);
    }

    private static double median(List<Cost> costs, String phase) {
        return dot(
                        0,
                        phase,
                        costs.stream()
                                .map(cost -> Objects.requireNonNullElse(
                                        cost.seconds().get(phase), 0.0))
                                .toList())
                .value();
    }

    private Stream<Figure> latency() {
        List<Row> rows = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            Double median = summary.p50Micros();
            Double tail = summary.p99Micros();
            if (median != null && tail != null) {
                rows.add(new Row(
                        summary.engine(),
                        Axis.label(Math.rint(median)) + ", " + Axis.label(Math.rint(tail)),
                        List.of(new Dot(
                                group.series(summary.engine()),
                                summary.engine(),
                                median,
                                median,
                                tail,
                                List.of(tail)))));
            }
        }
        return new DotChart(
                        "Latency of inference",
                        "Marker: median. Stroke: 99th percentile. Both at the right.",
                        "µs to predict one row",
                        true,
                        OptionalDouble.empty(),
                        false)
                .draw(id + "-latency", rows);
    }

    /** Draws the training time of each engine in both divisions; empty with one division. */
    static Stream<Figure> divisions(String id, List<Group> divisions) {
        if (divisions.size() < 2) {
            return Stream.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (Summary summary : divisions.get(0).summaries()) {
            List<Dot> dots = new ArrayList<>();
            for (Group group : divisions) {
                List<Double> values = values(group.runs(summary.engine()), Run::trainSeconds);
                if (!values.isEmpty()) {
                    int series = 6 + dots.size() % 2;
                    dots.add(dot(series, group.division().title(), values));
                }
            }
            rows.add(new Row(summary.engine(), "", dots));
        }
        return new DotChart(
                        "Training time in both divisions",
                        rounds(rows),
                        "s, all training steps",
                        true,
                        OptionalDouble.empty(),
                        true)
                .draw(id + "-divisions", rows);
    }
}
