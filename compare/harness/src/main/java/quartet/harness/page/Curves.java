package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.stat.StatUtils;
import quartet.harness.chart.Figure;
import quartet.harness.chart.XyChart;
import quartet.harness.chart.XyChart.Curve;
import quartet.harness.chart.XyChart.Point;
import quartet.harness.html.SortableTable;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Results.Epoch;
import quartet.harness.results.Results.Run;
import quartet.harness.results.Summary;

/** Creates the charts of training curves: loss and score after each epoch, over epochs and over seconds. */
final class Curves {
    private static final String BAND = "Median; the band spans all rounds.";

    private Curves() {}

    static Stream<Figure> of(String id, Group group) {
        String score = "test " + group.scoreTitle();
        String loss = group.smallerIsBetter() ? "training loss (squared error, scaled)" : "training loss (nats)";
        return Stream.of(
                        chart(group, "Loss over epochs", "epoch", loss, false, true)
                                .draw(id + "-le", curves(group, Epoch::loss, false)),
                        chart(group, "Loss over time", "training time in s", loss, true, true)
                                .draw(id + "-ls", curves(group, Epoch::loss, true)),
                        chart(group, "Score over epochs", "epoch", score, false, false)
                                .draw(id + "-se", curves(group, Epoch::score, false)),
                        scoreOverTime(id, group))
                .flatMap(figures -> figures);
    }

    static Stream<Figure> scoreOverTime(String id, Group group) {
        return chart(group, "Score over time", "training time in s", "test " + group.scoreTitle(), true, false)
                .draw(id + "-ss", curves(group, Epoch::score, true));
    }

    private static XyChart chart(Group group, String title, String x, String y, boolean logX, boolean logY) {
        boolean repeated = group.runs().stream().anyMatch(run -> run.round() > 1);
        return XyChart.of(title, repeated ? BAND : "", x, y, logX, logY, XyChart.Shape.LINES);
    }

    private static List<Curve> curves(Group group, ToDoubleFunction<Epoch> value, boolean overTime) {
        List<Curve> curves = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            List<Run> runs = group.runs(summary.engine());
            curves.add(new Curve(group.series(summary.engine()), summary.engine(), points(runs, value, overTime)));
        }
        return curves;
    }

    private static List<Point> points(List<Run> runs, ToDoubleFunction<Epoch> value, boolean overTime) {
        List<Point> points = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs(runs); epoch++) {
            int count = epoch;
            double[] values = reached(runs, epoch)
                    .mapToDouble(run -> value.applyAsDouble(run.epochs().get(count - 1)))
                    .toArray();
            double[] times =
                    reached(runs, epoch).mapToDouble(run -> seconds(run, count)).toArray();
            points.add(new Point(
                    overTime ? StatUtils.percentile(times, 50) : epoch,
                    StatUtils.percentile(values, 50),
                    StatUtils.min(values),
                    StatUtils.max(values)));
        }
        return points;
    }

    private static int epochs(List<Run> runs) {
        return runs.stream().mapToInt(run -> run.epochs().size()).max().orElse(0);
    }

    private static Stream<Run> reached(List<Run> runs, int epoch) {
        return runs.stream().filter(run -> run.epochs().size() >= epoch);
    }

    /** Returns the training time up to the end of an epoch. */
    private static double seconds(Run run, int epochs) {
        return run.epochs().stream().limit(epochs).mapToDouble(Epoch::seconds).sum();
    }

    /** Returns a table with the medians of all curves; empty if there are no epochs. */
    static List<SortableTable> data(Group group) {
        int epochs = epochs(group.runs());
        if (epochs == 0) {
            return List.of();
        }
        List<String> columns = new ArrayList<>(List.of("epoch"));
        List<List<Point>> series = new ArrayList<>();
        List<List<Point>> overTime = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            String name = summary.engine();
            List<Run> runs = group.runs(name);
            columns.addAll(List.of(name + " loss", name + " " + group.scoreTitle(), name + " s"));
            series.add(points(runs, Epoch::loss, false));
            overTime.add(points(runs, Epoch::score, true));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(epoch + 1)));
            for (int i = 0; i < series.size(); i++) {
                boolean there = epoch < series.get(i).size();
                row.add(there ? number(series.get(i).get(epoch).y()) : "");
                row.add(there ? number(overTime.get(i).get(epoch).y()) : "");
                row.add(there ? number(overTime.get(i).get(epoch).x()) : "");
            }
            rows.add(row);
        }
        return List.of(SortableTable.of(new Table("Medians of the curves", columns, rows, List.of())));
    }

    private static String number(double value) {
        return Math.abs(value) < 1e4 ? String.format(Locale.ROOT, "%.4f", value) : Double.toString(value);
    }
}
