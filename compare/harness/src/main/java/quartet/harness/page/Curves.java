package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.stat.StatUtils;
import quartet.harness.page.XyChart.Curve;
import quartet.harness.page.XyChart.Point;
import quartet.harness.report.Results.Epoch;
import quartet.harness.report.Results.Run;
import quartet.harness.report.Summary;

/** The course of the training: loss and score after each epoch, over epochs and over seconds. */
final class Curves {
    private static final String BAND = "Median over the rounds; the band spans the lowest and the highest round.";

    private Curves() {}

    static Stream<Figure> of(String id, Group group) {
        String score = group.score();
        return Stream.of(
                        chart("Loss over epochs", "epoch", "training loss", false, true)
                                .draw(id + "-le", curves(group, Epoch::loss, false)),
                        chart("Loss over time", "training time in s", "training loss", true, true)
                                .draw(id + "-ls", curves(group, Epoch::loss, true)),
                        chart("Score over epochs", "epoch", "test " + score, false, false)
                                .draw(id + "-se", curves(group, Epoch::score, false)),
                        chart("Score over time", "training time in s", "test " + score, true, false)
                                .draw(id + "-ss", curves(group, Epoch::score, true)))
                .flatMap(figures -> figures);
    }

    private static XyChart chart(String title, String x, String y, boolean logX, boolean logY) {
        return new XyChart(title, BAND, x, y, logX, logY, true);
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
        int epochs = runs.stream().mapToInt(run -> run.epochs().size()).max().orElse(0);
        List<Point> points = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            int count = epoch;
            List<Run> reached =
                    runs.stream().filter(run -> run.epochs().size() >= count).toList();
            double[] values = reached.stream()
                    .mapToDouble(run -> value.applyAsDouble(run.epochs().get(count - 1)))
                    .toArray();
            double[] times =
                    reached.stream().mapToDouble(run -> seconds(run, count)).toArray();
            points.add(new Point(
                    overTime ? StatUtils.percentile(times, 50) : epoch,
                    StatUtils.percentile(values, 50),
                    StatUtils.min(values),
                    StatUtils.max(values)));
        }
        return points;
    }

    /** Returns the training time up to the end of an epoch. */
    private static double seconds(Run run, int epochs) {
        return run.epochs().stream().limit(epochs).mapToDouble(Epoch::seconds).sum();
    }
}
