package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import quartet.contract.worker.Latency;
import quartet.harness.chart.DotChart;
import quartet.harness.chart.DotChart.Dot;
import quartet.harness.chart.DotChart.Row;
import quartet.harness.chart.Figure;
import quartet.harness.html.SortableTable;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Summary;

/**
 * Creates the charts of predictions: the latency of one row, and the throughput of batches.
 *
 * @param id prefix of the charts' ids in the page
 */
record Inference(String id, Group group) {

    Stream<Figure> charts() {
        return Stream.concat(
                latency(),
                new Times(id, group)
                        .single(
                                "Throughput of inference",
                                "rows per second, in batches of 256",
                                true,
                                run -> run.inference() == null
                                        ? null
                                        : run.inference().rowsPerSecond(),
                                "rows"));
    }

    /** Returns the quantiles of the latency; empty if a run lacks them. */
    List<SortableTable> data() {
        List<List<String>> rows = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            Latency latency = latency(summary);
            if (latency != null) {
                List<String> row = new ArrayList<>(List.of(summary.engine()));
                latency.quantiles().forEach(micros -> row.add(String.format(Locale.ROOT, "%.1f", micros)));
                rows.add(row);
            }
        }
        List<String> columns = List.of("engine", "5 %", "25 %", "50 %", "75 %", "95 %", "99 %");
        return rows.isEmpty()
                ? List.of()
                : List.of(SortableTable.of(
                        new Table("Quantiles of the latency in µs, medians of the rounds", columns, rows, List.of())));
    }

    private Stream<Figure> latency() {
        List<Row> rows = new ArrayList<>();
        boolean boxes = false;
        for (Summary summary : group.summaries()) {
            Double median = summary.p50Micros();
            Double tail = summary.p99Micros();
            if (median != null && tail != null) {
                Latency latency = latency(summary);
                boxes |= latency != null;
                rows.add(new Row(
                        summary.engine(),
                        Times.micros(median),
                        List.of(dot(group.series(summary.engine()), summary.engine(), median, tail, latency))));
            }
        }
        String box = boxes ? "Box: from 25 to 75 %. Line: from 5 to 95 %. " : "";
        return new DotChart(
                        "Latency of inference",
                        box + "Marker, and at the right: median. Stroke: 99th percentile.",
                        "µs to predict one row",
                        true,
                        OptionalDouble.empty(),
                        false)
                .draw(id + "-latency", rows);
    }

    private static Dot dot(int series, String name, double median, double tail, @Nullable Latency latency) {
        return latency == null
                ? new Dot(series, name, median, median, tail, List.of(tail), List.of())
                : new Dot(
                        series,
                        name,
                        median,
                        latency.p5(),
                        latency.p95(),
                        List.of(tail),
                        List.of(latency.p25(), latency.p75()));
    }

    /** Returns the median of each quantile over the rounds. */
    private @Nullable Latency latency(Summary summary) {
        List<Latency> rounds = group.runs(summary.engine()).stream()
                .flatMap(run -> Stream.ofNullable(run.inference()))
                .flatMap(inference -> Stream.ofNullable(inference.latencyMicros()))
                .toList();
        return rounds.isEmpty()
                ? null
                : new Latency(
                        median(rounds, Latency::p5),
                        median(rounds, Latency::p25),
                        median(rounds, Latency::p50),
                        median(rounds, Latency::p75),
                        median(rounds, Latency::p95),
                        median(rounds, Latency::p99));
    }

    private static double median(List<Latency> rounds, ToDoubleFunction<Latency> quantile) {
        return StatUtils.percentile(rounds.stream().mapToDouble(quantile).toArray(), 50);
    }
}
