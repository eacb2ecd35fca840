package quartet.harness.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import quartet.harness.page.DotChart.Dot;
import quartet.harness.page.DotChart.Row;
import quartet.harness.report.Results.Parity;
import quartet.harness.report.Results.ParityStep;
import quartet.harness.report.Summary;

/** Numerical agreement as charts: the differences by step, and the distance from float64. */
final class ParityFigures {
    private ParityFigures() {}

    /** A comparison that all engines undergo. */
    private record Check(String what, int step) {}

    /** The largest difference of an engine among the tensors of a check, and the tolerance that applies. */
    private record Largest(double difference, OptionalDouble tolerance) {}

    static Stream<Figure> of(String id, Group group) {
        Map<String, Parity> parities = new LinkedHashMap<>();
        for (Summary summary : group.summaries()) {
            group.runs(summary.engine()).stream()
                    .flatMap(run -> Stream.ofNullable(run.parity()))
                    .findFirst()
                    .ifPresent(parity -> parities.put(summary.engine(), parity));
        }
        return Stream.concat(differences(id, group, parities), distances(id, group, parities));
    }

    private static Stream<Figure> differences(String id, Group group, Map<String, Parity> parities) {
        Map<Check, Map<String, Largest>> checks = new LinkedHashMap<>();
        parities.forEach((engine, parity) -> {
            for (ParityStep step : parity.steps()) {
                Double tolerance = step.tolerance();
                checks.computeIfAbsent(new Check(step.what(), step.step()), key -> new LinkedHashMap<>())
                        .merge(
                                engine,
                                new Largest(
                                        step.difference(),
                                        tolerance == null ? OptionalDouble.empty() : OptionalDouble.of(tolerance)),
                                (a, b) -> a.difference() >= b.difference() ? a : b);
            }
        });
        List<Row> rows = new ArrayList<>();
        checks.forEach((check, engines) -> rows.add(row(group, check, engines)));
        return new DotChart(
                        "Parity: differences by step",
                        "Largest difference among the tensors. Vertical stroke: tolerance; a row without one is reported "
                                + "but not judged. A difference of 0 lies at the left end.",
                        "difference",
                        true,
                        OptionalDouble.empty(),
                        true)
                .draw(id + "-parity", rows);
    }

    private static Row row(Group group, Check check, Map<String, Largest> engines) {
        List<Dot> dots = new ArrayList<>();
        OptionalDouble limit = OptionalDouble.empty();
        for (Map.Entry<String, Largest> entry : engines.entrySet()) {
            dots.add(Dot.of(
                    group.series(entry.getKey()),
                    entry.getKey(),
                    entry.getValue().difference()));
            OptionalDouble tolerance = entry.getValue().tolerance();
            if (tolerance.isPresent() && tolerance.getAsDouble() > 0) {
                limit = tolerance;
            }
        }
        return new Row(check.what(), "step " + check.step(), dots, limit);
    }

    private static Stream<Figure> distances(String id, Group group, Map<String, Parity> parities) {
        List<Row> rows = new ArrayList<>();
        parities.forEach((engine, parity) -> {
            if (Axis.drawable(parity.distance(), true)) {
                rows.add(new Row(
                        engine,
                        Axis.label(parity.distance()),
                        List.of(Dot.of(group.series(engine), engine, parity.distance())),
                        OptionalDouble.empty()));
            }
        });
        return new DotChart(
                        "Distance from float64",
                        "Largest difference of a gradient from the same gradient in double precision.",
                        "difference",
                        true,
                        OptionalDouble.empty(),
                        false)
                .draw(id + "-distance", rows);
    }
}
