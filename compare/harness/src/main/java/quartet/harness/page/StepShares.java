package quartet.harness.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import quartet.harness.chart.Figure;
import quartet.harness.chart.StackedBars;
import quartet.harness.chart.StackedBars.Bar;
import quartet.harness.html.SortableTable;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.StepParts;
import quartet.harness.results.Summary;

/** Shows the parts of a training step: their shares of its time, and their microseconds. */
final class StepShares {
    private static final String TITLE = "Where a training step's time goes";
    private static final String NOTE =
            "At the right: the whole step. Hand-over copies the rows of the batch. The other parts are differences of "
                    + "calls, because a framework computes a step as a whole. Medians.";

    private StepShares() {}

    /** The measured step of one engine. */
    private record Step(String engine, StepParts parts) {
        double sum() {
            return parts.parts().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }
    }

    private static List<Step> steps(Group group) {
        List<Step> steps = new ArrayList<>();
        for (Summary summary : group.summaries()) {
            StepParts parts = summary.stepParts();
            if (parts != null) {
                steps.add(new Step(summary.engine(), parts));
            }
        }
        return steps.stream().filter(step -> step.sum() > 0).toList();
    }

    /** Draws a bar of equal length for each engine; empty if no steps were measured. */
    static Stream<Figure> chart(String id, Group group) {
        List<Step> steps = steps(group);
        if (steps.isEmpty()) {
            return Stream.empty();
        }
        List<Bar> bars = steps.stream()
                .map(step -> new Bar(
                        step.engine(),
                        step.parts().parts().values().stream()
                                .map(micros -> 100 * micros / step.sum())
                                .toList(),
                        Times.micros(step.parts().whole())))
                .toList();
        return new StackedBars(TITLE, NOTE, "share of a step in %", names(steps)).draw(id + "-step", bars);
    }

    private static List<String> names(List<Step> steps) {
        return List.copyOf(steps.get(0).parts().parts().keySet());
    }

    /** Returns the microseconds of the chart; empty if no steps were measured. */
    static List<SortableTable> data(Group group) {
        List<Step> steps = steps(group);
        if (steps.isEmpty()) {
            return List.of();
        }
        List<String> columns = new ArrayList<>(List.of("engine", "whole step in µs"));
        names(steps).forEach(name -> columns.add(name + " in µs"));
        List<List<String>> rows = new ArrayList<>();
        for (Step step : steps) {
            List<String> row =
                    new ArrayList<>(List.of(step.engine(), number(step.parts().whole())));
            step.parts().parts().values().forEach(micros -> row.add(number(micros)));
            rows.add(row);
        }
        return List.of(SortableTable.of(new Table(TITLE, columns, rows, List.of())));
    }

    private static String number(double micros) {
        return String.format(Locale.ROOT, "%.1f", micros);
    }
}
