package quartet.harness.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartet.harness.html.Grid;
import quartet.harness.results.Results.Parity;
import quartet.harness.results.Results.ParityStep;
import quartet.harness.results.Summary;

/**
 * Shows numerical parity as a grid: a row for each compared tensor, a column for each engine and step. A cell contains
 * the difference and is shaded by its share of the tolerance, on a logarithmic scale.
 */
final class Microscope {
    private static final String LAST_BATCH = ", last batch";
    private static final String NOTE =
            "Shade: share of the tolerance, from a hundred thousandth (light) to all of it (dark), on a logarithmic scale. "
                    + "An exclamation mark: outside the tolerance. Rows without a tolerance are reported only. "
                    + "Where a step has two batches, the larger difference is shown.";
    /** The share of the tolerance that has the lightest shade, as a power of 10. */
    private static final double LIGHTEST = -5;

    private Microscope() {}

    /** The quantity of a row, which contains both batches of a step. */
    private record Quantity(String what, String tensor) {
        static Quantity of(ParityStep step) {
            return new Quantity(step.what().replace(LAST_BATCH, ""), step.tensor());
        }

        String label(@Nullable Double tolerance) {
            String name = what.equals(tensor) ? what : what + ", " + tensor;
            return tolerance == null ? name : name + " (" + scientific(tolerance) + ")";
        }
    }

    /** Returns the grid; empty without parity. */
    static List<Grid> of(Group group) {
        Map<String, Parity> parities = new LinkedHashMap<>();
        for (Summary summary : group.summaries()) {
            group.runs(summary.engine()).stream()
                    .flatMap(run -> Stream.ofNullable(run.parity()))
                    .findFirst()
                    .ifPresent(parity -> parities.put(summary.engine(), parity));
        }
        List<Integer> steps = steps(parities);
        if (steps.isEmpty()) {
            return List.of();
        }
        Map<Quantity, Map<String, Map<Integer, ParityStep>>> rows = new LinkedHashMap<>();
        parities.forEach((engine, parity) -> {
            for (ParityStep step : parity.steps()) {
                rows.computeIfAbsent(Quantity.of(step), key -> new LinkedHashMap<>())
                        .computeIfAbsent(engine, key -> new LinkedHashMap<>())
                        .merge(column(step.step(), steps), step, Microscope::worse);
            }
        });
        List<Grid.Group> columns = new ArrayList<>();
        parities.forEach((engine, parity) -> columns.add(
                new Grid.Group(engine, steps.stream().map(String::valueOf).toList())));
        List<Grid.Row> shown = new ArrayList<>();
        rows.forEach((quantity, engines) -> shown.add(row(quantity, engines, parities, steps)));
        return List.of(new Grid("Differences by step and tensor", NOTE, "compared (tolerance)", columns, shown));
    }

    /** Returns the steps of the tensor that is compared at the most steps. */
    private static List<Integer> steps(Map<String, Parity> parities) {
        Map<Quantity, TreeSet<Integer>> steps = new LinkedHashMap<>();
        for (Parity parity : parities.values()) {
            for (ParityStep step : parity.steps()) {
                steps.computeIfAbsent(Quantity.of(step), key -> new TreeSet<>()).add(step.step());
            }
        }
        return steps.values().stream()
                .max(Comparator.comparingInt(TreeSet::size))
                .map(List::copyOf)
                .orElse(List.of());
    }

    /**
     * Returns the column of a step. Comparisons at other steps, such as the largest of many losses, belong to the next
     * column.
     */
    private static int column(int step, List<Integer> steps) {
        return steps.stream().filter(column -> column >= step).findFirst().orElse(steps.get(steps.size() - 1));
    }

    private static ParityStep worse(ParityStep a, ParityStep b) {
        boolean second = a.ok() == b.ok() ? b.difference() > a.difference() : !b.ok();
        return second ? b : a;
    }

    private static Grid.Row row(
            Quantity quantity,
            Map<String, Map<Integer, ParityStep>> engines,
            Map<String, Parity> parities,
            List<Integer> steps) {
        List<Grid.Cell> cells = new ArrayList<>();
        Double tolerance = null;
        for (String engine : parities.keySet()) {
            Map<Integer, ParityStep> byStep = engines.getOrDefault(engine, Map.of());
            for (int number : steps) {
                ParityStep step = byStep.get(number);
                cells.add(step == null ? Grid.Cell.blank() : cell(step));
                tolerance = step == null || step.tolerance() == null ? tolerance : step.tolerance();
            }
        }
        return new Grid.Row(quantity.label(tolerance), cells);
    }

    private static Grid.Cell cell(ParityStep step) {
        String text = scientific(step.difference());
        Double tolerance = step.tolerance();
        if (tolerance == null) {
            return new Grid.Cell(text, 0, false);
        }
        return new Grid.Cell(text, step.ok() ? shade(step.difference() / tolerance) : Grid.DARKEST, !step.ok());
    }

    private static String scientific(double value) {
        return value == 0
                ? "0"
                : String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-").replace("e+0", "e");
    }

    private static int shade(double share) {
        if (!(share > 0)) {
            return 0;
        }
        double fraction = 1 - Math.log10(share) / LIGHTEST;
        return (int) Math.round(Math.max(0, Math.min(1, fraction)) * Grid.DARKEST);
    }
}
