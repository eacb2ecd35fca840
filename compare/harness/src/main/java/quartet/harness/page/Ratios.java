package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    static final String NOTE = "Line: 99 % confidence interval. An interval that contains 1 is a tie.";
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
                            times(dot.value(), summary.toScratch().verdict()),
                            List.of(dot))));
        }
        return chart("Training time relative to scratch", "times the training time of scratch", false)
                .draw(id, rows);
    }

    /** Draws a ratio to the reference in all projects, one row for each. */
    static Stream<Figure> overview(
            String title, String x, String id, List<Group> groups, Function<Summary, Ratio> ratio) {
        List<Row> rows = new ArrayList<>();
        for (Group group : groups) {
            List<Dot> dots = group.summaries().stream()
                    .flatMap(summary -> dot(group, summary, ratio).stream())
                    .toList();
            rows.add(new Row(group.project(), "", dots));
        }
        return chart(title, x, true).draw(id, rows);
    }

    private static DotChart chart(String title, String x, boolean legend) {
        return new DotChart(title, NOTE, x, true, OptionalDouble.of(1), legend);
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
        return Optional.of(new Dot(
                series,
                name,
                value,
                low == null ? value : Math.max(low, value / LONGEST),
                high == null ? value : Math.min(high, value * LONGEST),
                List.of()));
    }

    private static String times(double value, @Nullable String verdict) {
        String rounded = value < 10 ? Axis.label(Math.rint(value * 100) / 100) : Axis.label(Math.rint(value * 10) / 10);
        return rounded + "× " + Objects.requireNonNullElse(verdict, "");
    }
}
