package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import quartet.harness.Settings;
import quartet.harness.chart.Axis;
import quartet.harness.chart.DotChart;
import quartet.harness.chart.DotChart.Dot;
import quartet.harness.chart.DotChart.Row;
import quartet.harness.chart.Figure;
import quartet.harness.results.Ratio;
import quartet.harness.results.Summary;

/** Creates charts of ratios with their confidence intervals. */
final class Ratios {
    private static final String INTERVALS = "Line: 99 % confidence interval. An interval that contains 1 is a tie.";
    /** The multiple of a ratio at which its interval is cut, so that a wide interval does not compress the chart. */
    private static final double LONGEST = 30;

    private Ratios() {}

    /** Draws the training time of each engine relative to the reference. */
    static Stream<Figure> toScratch(String id, Group group) {
        List<Row> rows = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            dot(group, summary, Summary::toScratch)
                    .ifPresent(dot -> rows.add(new Row(
                            summary.engine(),
                            times(dot.value())
                                    + ("tie".equals(summary.toScratch().verdict()) ? ", tie" : ""),
                            List.of(dot))));
        }
        return chart(id, "Training time relative to scratch", "times the training time of scratch", false, rows);
    }

    /** Draws a ratio to the reference in all projects, one row for each. */
    static Stream<Figure> overview(
            String title, String x, String id, List<Group> groups, Function<Summary, Ratio> ratio) {
        List<Row> rows = new ArrayList<>();
        for (Group group : groups) {
            List<Dot> dots = group.summaries().stream()
                    .flatMap(summary -> dot(group, summary, ratio).stream())
                    .toList();
            rows.add(new Row(Group.title(group.project()), "", dots));
        }
        return chart(id, title, x, true, rows);
    }

    /** Draws ratios, with a line at 1. */
    static Stream<Figure> chart(String id, String title, String x, boolean legend, List<Row> rows) {
        boolean intervals = rows.stream().flatMap(row -> row.dots().stream()).anyMatch(dot -> dot.low() < dot.high());
        String note = intervals ? INTERVALS : "Too few rounds for intervals.";
        return new DotChart(title, note, x, true, OptionalDouble.of(1), legend).draw(id, rows);
    }

    /** Returns the ratio of an engine; empty for the reference itself or if the ratio is absent. */
    private static Optional<Dot> dot(Group group, Summary summary, Function<Summary, Ratio> ratio) {
        return summary.engine().equals(Settings.REFERENCE)
                ? Optional.empty()
                : dot(group.series(summary.engine()), summary.engine(), ratio.apply(summary));
    }

    /** Returns the dot of a ratio with its interval, if present. */
    static Optional<Dot> dot(int series, String name, Ratio ratio) {
        Double value = ratio.value();
        if (value == null) {
            return Optional.empty();
        }
        Double low = ratio.low();
        Double high = ratio.high();
        return Optional.of(Dot.interval(
                series,
                name,
                value,
                low == null ? value : Math.max(low, value / LONGEST),
                high == null ? value : Math.min(high, value * LONGEST)));
    }

    /** Returns a ratio in three digits with a multiplication sign. */
    static String times(double value) {
        return Axis.label(Times.rounded(value)) + "×";
    }
}
