package quartet.harness.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartet.harness.Division;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.EngineVersion;
import quartet.harness.results.Ratio;
import quartet.harness.results.Results;
import quartet.harness.results.StepParts;
import quartet.harness.results.Summary;
import quartet.harness.results.WarmUp;

/** Additional tables of the report, which are too wide for the terminal: one for each project and division. */
final class Details {
    private static final List<String> COLUMNS = List.of(
            "engine",
            "rounds",
            "vs scratch",
            "interval",
            "vs fastest",
            "interval",
            "model s",
            "vs scratch",
            "interval",
            "CPU s",
            "allocated MB",
            "steady s",
            "warm-up epochs",
            "warm-up s",
            "outliers");

    private static final List<String> STEP_COLUMNS = List.of(
            "engine",
            "step us",
            "hand-over",
            "forward",
            "backward",
            "update",
            "first ms",
            "p50 us",
            "to score",
            "epochs",
            "seconds",
            "class path MB",
            "lines",
            "same bits");

    private Details() {}

    static List<Table> of(Results results) {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        for (Summary summary : results.summary()) {
            rows.computeIfAbsent(title(summary), key -> new ArrayList<>()).add(row(summary));
        }
        List<Table> tables = new ArrayList<>();
        rows.forEach((title, list) -> tables.add(new Table(title, COLUMNS, list, List.of())));
        return tables;
    }

    /** Returns the tables of step parts and further costs: one for each project and division. */
    static List<Table> steps(Results results) {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        for (Summary summary : results.summary()) {
            rows.computeIfAbsent(
                            title(summary).replace("Statistics", "Steps and predictions"), key -> new ArrayList<>())
                    .add(stepRow(summary, results.environment().engines()));
        }
        List<Table> tables = new ArrayList<>();
        rows.forEach((title, list) -> tables.add(new Table(title, STEP_COLUMNS, list, List.of())));
        return tables;
    }

    private static List<String> stepRow(Summary s, List<EngineVersion> engines) {
        List<String> row = new ArrayList<>(List.of(s.engine()));
        StepParts parts = s.stepParts();
        row.add(parts == null ? "" : Tables.number(parts.whole(), 1));
        for (String part : List.of("hand-over", "forward", "backward", "update")) {
            row.add(parts == null ? "" : percent(parts.parts().get(part), parts.whole()));
        }
        row.add(Tables.number(s.firstPredictionMillis(), 2));
        row.add(Tables.number(s.p50Micros(), 1));
        Summary.Target target = s.target();
        row.add(target == null ? "" : Tables.number(target.score(), 4));
        row.add(target == null ? "" : Tables.number(target.epochs(), 0));
        row.add(target == null ? "" : Tables.number(target.seconds(), 3));
        row.add(engines.stream()
                .filter(engine -> engine.engine().equals(s.engine()))
                .findFirst()
                .map(EngineVersion::classPathBytes)
                .map(bytes -> Tables.number(bytes / 1e6, 1))
                .orElse(""));
        Integer lines = s.linesOfCode();
        row.add(lines == null ? "" : Integer.toString(lines));
        Boolean sameBits = s.sameBits();
        row.add(sameBits == null ? "" : sameBits ? "yes" : "no");
        return row;
    }

    private static String percent(@Nullable Double part, double step) {
        return part == null || step == 0 ? "" : Tables.number(100 * part / step, 0) + " %";
    }

    private static String title(Summary summary) {
        String division = summary.division() == Division.STRICT
                ? ""
                : ", " + summary.division().title();
        String variant = summary.variantLabel().isEmpty() ? "" : ", " + summary.variantLabel();
        return "Statistics of " + summary.project() + " on " + summary.dataset() + division + variant;
    }

    private static List<String> row(Summary s) {
        WarmUp warmUp = s.warmUp();
        return List.of(
                s.engine(),
                Integer.toString(s.rounds()),
                value(s.toScratch()),
                interval(s.toScratch()),
                value(s.toFastest()),
                interval(s.toFastest()),
                number(s.toModelSeconds()),
                value(s.wholeToScratch()),
                interval(s.wholeToScratch()),
                Tables.number(s.toModelCpuSeconds(), 2),
                megabytes(s.allocatedBytes()),
                warmUp == null ? "" : Tables.number(warmUp.steadyEpochSeconds(), 4),
                warmUp == null ? "" : Tables.number(warmUp.epochs(), 0),
                warmUp == null ? "" : Tables.number(warmUp.seconds(), 3),
                Integer.toString(s.outliers().size()));
    }

    private static String value(Ratio ratio) {
        String verdict = ratio.verdict();
        return number(ratio.value()) + (verdict == null ? "" : " " + verdict);
    }

    private static String interval(Ratio ratio) {
        return ratio.low() == null ? "" : number(ratio.low()) + " to " + number(ratio.high());
    }

    private static String megabytes(@Nullable Double bytes) {
        return bytes == null ? "" : Tables.number(bytes / 1e6, 0);
    }

    private static String number(@Nullable Double value) {
        return Tables.number(value, 3);
    }
}
