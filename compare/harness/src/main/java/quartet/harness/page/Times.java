package quartet.harness.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

    /** Draws the training time, its ratio to scratch, its parts, and the score over training time. */
    List<Figure> training() {
        return Stream.of(
                        single("Training time", "s, all training steps", true, Run::trainSeconds, "train"),
                        Ratios.toScratch(id + "-ratio", group),
                        whole(),
                        StepShares.chart(id, group),
                        phases(),
                        scoreAgainstTime())
                .flatMap(figures -> figures)
                .toList();
    }

    /** Draws the time from the start of the process to the trained network. */
    private Stream<Figure> whole() {
        return single(
                "Time to the trained network",
                "s from process start, without evaluation",
                true,
                Run::toModelSeconds,
                "whole");
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
    Stream<Figure> single(
            String title, String unit, boolean logarithmic, Function<Run, @Nullable Double> figure, String name) {
        List<Row> rows = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            List<Double> values = values(group.runs(summary.engine()), figure);
            if (!values.isEmpty()) {
                Dot dot = dot(group.series(summary.engine()), summary.engine(), values);
                rows.add(new Row(summary.engine(), Axis.tick(rounded(dot.value())), List.of(dot)));
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
        return Dot.strokes(series, name, median(sorted), sorted);
    }

    private static double median(List<Double> sorted) {
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
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
                List<Double> seconds =
                        phases.stream().map(phase -> median(costs, phase)).toList();
                double sum = seconds.stream().mapToDouble(Double::doubleValue).sum();
                bars.add(new Bar(summary.engine(), seconds, seconds(sum)));
            }
        }
        return new StackedBars(
                        "Where the process spends its time",
                        "Only start and training belong to the training; the other phases measure. Median of the rounds.",
                        "s of the process",
                        phases.stream().map(Times::words).toList())
                .draw(id + "-phases", bars);
    }

    /** Returns a phase's name as words: {@code stepParts} becomes "step parts". */
    private static String words(String phase) {
        return phase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static double median(List<Cost> costs, String phase) {
        return median(costs.stream()
                .map(cost -> Objects.requireNonNullElse(cost.seconds().get(phase), 0.0))
                .sorted()
                .toList());
    }

    /** Returns a number of seconds with its unit, to three digits. */
    static String seconds(double seconds) {
        return Axis.label(rounded(seconds)) + " s";
    }

    /** Returns a number of microseconds with a suitable unit, to three digits. */
    static String micros(double micros) {
        if (micros >= 1e6) {
            return seconds(micros / 1e6);
        }
        return micros < 1e3 ? Axis.label(rounded(micros)) + " µs" : Axis.label(rounded(micros / 1e3)) + " ms";
    }

    /** Returns a value rounded to three digits. */
    static double rounded(double value) {
        return Axis.drawable(value, true)
                ? new BigDecimal(value).round(new MathContext(3)).doubleValue()
                : value;
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
