package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.harness.Settings;
import quartet.harness.page.DotChart.Dot;
import quartet.harness.page.DotChart.Row;
import quartet.harness.page.XyChart.Curve;
import quartet.harness.page.XyChart.Point;
import quartet.harness.report.Ratio;
import quartet.harness.report.Results.Run;
import quartet.harness.report.Summary;

/** The charts of one project and division. A chart without data is absent. */
final class Figures {
    private static final String ROUNDS = "Marker: median. Small strokes: rounds. Line: from the lowest to the highest.";

    private Figures() {}

    static List<Figure> of(String id, Group group) {
        return Stream.of(
                        Curves.of(id, group),
                        scoreAgainstTime(id, group),
                        trainingTime(id, group),
                        ratio(id, group),
                        single(
                                "Time to the trained network",
                                "s from process start, without evaluation",
                                true,
                                run -> run.cost() == null ? null : run.cost().toModelSeconds(),
                                id + "-whole",
                                group),
                        latency(id, group),
                        single(
                                "Throughput of inference",
                                "predictions per second, batches of 256",
                                true,
                                run -> run.inference() == null
                                        ? null
                                        : run.inference().rowsPerSecond(),
                                id + "-rows",
                                group),
                        single("Peak memory", "resident set in MB", false, Figures::megabytes, id + "-mb", group),
                        single(
                                "Cold start",
                                "s from process start to first prediction",
                                true,
                                Run::coldStartSeconds,
                                id + "-cold",
                                group),
                        ParityFigures.of(id, group))
                .flatMap(figures -> figures)
                .toList();
    }

    private static Stream<Figure> trainingTime(String id, Group group) {
        return single("Training time", "s, all training steps", true, Run::trainSeconds, id + "-train", group);
    }

    private static @Nullable Double megabytes(Run run) {
        Long bytes = run.peakRssBytes();
        return bytes == null ? null : bytes / 1e6;
    }

    /** One dot for each engine, with its rounds. */
    private static Stream<Figure> single(
            String title,
            String unit,
            boolean logarithmic,
            Function<Run, @Nullable Double> figure,
            String id,
            Group group) {
        List<Row> rows = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            List<Double> values = values(group.runs(summary.engine()), figure);
            if (!values.isEmpty()) {
                Dot dot = dot(group.series(summary.engine()), summary.engine(), values);
                rows.add(new Row(summary.engine(), Axis.label(dot.value()), List.of(dot), OptionalDouble.empty()));
            }
        }
        boolean repeated =
                rows.stream().anyMatch(row -> row.dots().get(0).points().size() > 1);
        return new DotChart(title, repeated ? ROUNDS : "", unit, logarithmic, OptionalDouble.empty(), false)
                .draw(id, rows);
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

    /** The ratio to the reference with its confidence interval. */
    private static Stream<Figure> ratio(String id, Group group) {
        List<Row> rows = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            Ratio ratio = summary.toScratch();
            Double value = ratio.value();
            Double low = ratio.low();
            Double high = ratio.high();
            if (value != null && !summary.engine().equals(Settings.REFERENCE)) {
                Dot dot = new Dot(
                        group.series(summary.engine()),
                        summary.engine(),
                        value,
                        low == null ? value : Math.max(low, value / 100),
                        high == null ? value : Math.min(high, value * 100),
                        List.of());
                String verdict = Objects.requireNonNullElse(ratio.verdict(), "no interval");
                rows.add(new Row(
                        summary.engine(), Axis.label(value) + "x " + verdict, List.of(dot), OptionalDouble.empty()));
            }
        }
        return new DotChart(
                        "Training time relative to scratch",
                        "Line: 99 % confidence interval, cut at a hundredth and a hundred times the ratio. "
                                + "An interval that contains 1 is a tie.",
                        "times the training time of scratch",
                        true,
                        OptionalDouble.of(1),
                        false)
                .draw(id + "-ratio", rows);
    }

    private static Stream<Figure> scoreAgainstTime(String id, Group group) {
        List<Curve> curves = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            List<Point> points = new ArrayList<>();
            for (Run run : group.runs(summary.engine())) {
                Double seconds = run.trainSeconds();
                Double score = run.scores().get(group.score());
                if (seconds != null && score != null) {
                    points.add(new Point(seconds, score, score, score));
                }
            }
            curves.add(new Curve(group.series(summary.engine()), summary.engine(), points));
        }
        String better = group.smallerIsBetter() ? "Lower left" : "Upper left";
        return new XyChart(
                        "Score against training time",
                        "One marker for each round. " + better + " is better.",
                        "training time in s",
                        "test " + group.score(),
                        true,
                        false,
                        false)
                .draw(id + "-trade", curves);
    }

    private static Stream<Figure> latency(String id, Group group) {
        List<Row> rows = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            Double median = summary.p50Micros();
            Double tail = summary.p99Micros();
            if (median != null && tail != null) {
                rows.add(new Row(
                        summary.engine(),
                        Axis.label(median) + ", " + Axis.label(tail),
                        List.of(Dot.of(6, "median", median), Dot.of(7, "99th percentile", tail)),
                        OptionalDouble.empty()));
            }
        }
        return new DotChart(
                        "Latency of inference",
                        "Time to predict one row. Below each name: median, 99th percentile.",
                        "microseconds for one row",
                        true,
                        OptionalDouble.empty(),
                        true)
                .draw(id + "-latency", rows);
    }
}
