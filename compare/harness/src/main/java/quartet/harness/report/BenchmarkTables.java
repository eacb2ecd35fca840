package quartet.harness.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quartet.harness.UsageException;

/**
 * The results of JMH as Markdown tables, one for each benchmark class: a row for each method and each combination of
 * all parameters except the last, and a column for each value of the last parameter. A cell contains the mean time of
 * a call and half the width of its 99.9 % confidence interval.
 */
public final class BenchmarkTables {
    /** One result: its row, its column and its cell. */
    private record Measurement(String row, String column, String cell) {}

    private final Map<String, String> tables;

    private BenchmarkTables(Map<String, String> tables) {
        this.tables = tables;
    }

    /** Returns whether a path is a JSON file, as opposed to a folder with results. */
    public static boolean isBenchmarkFile(Path file) {
        return Files.isRegularFile(file) && file.toString().endsWith(".json");
    }

    /**
     * Reads the file that JMH writes with the options {@code -rf json -rff FILE}.
     *
     * @throws UsageException if the file is not JMH output
     */
    public static BenchmarkTables read(Path file) throws IOException {
        JsonNode results;
        try {
            results = new ObjectMapper().readTree(file.toFile());
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new UsageException(file + " is not JSON: " + e.getOriginalMessage());
        }
        Map<String, List<JsonNode>> byClass = new LinkedHashMap<>();
        for (JsonNode result : results) {
            String[] name = result.path("benchmark").asText().split("\\.", -1);
            if (name.length < 2 || !result.path("primaryMetric").hasNonNull("score")) {
                throw new UsageException(file + " is not a result of JMH; write one with -rf json -rff FILE");
            }
            byClass.computeIfAbsent(name[name.length - 2], key -> new ArrayList<>())
                    .add(result);
        }
        Map<String, String> tables = new LinkedHashMap<>();
        byClass.forEach((name, ofClass) -> tables.put(name, table(ofClass)));
        return new BenchmarkTables(tables);
    }

    /**
     * Inserts each table between the markers that name its benchmark class.
     *
     * @return the new document; empty if it has markers for none of the tables
     */
    public Optional<String> into(String document) {
        String written = document;
        boolean found = false;
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Optional<String> replaced = MarkedSection.replace(written, table.getKey(), table.getValue());
            found |= replaced.isPresent();
            written = replaced.orElse(written);
        }
        return found ? Optional.of(written) : Optional.empty();
    }

    private static String table(List<JsonNode> results) {
        boolean severalMethods =
                results.stream().map(BenchmarkTables::method).distinct().count() > 1;
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode result : results) {
            Measurement measurement = measurement(result, severalMethods);
            columns.add(measurement.column());
            rows.computeIfAbsent(measurement.row(), key -> new LinkedHashMap<>())
                    .put(measurement.column(), measurement.cell());
        }
        StringBuilder text = new StringBuilder("| | " + String.join(" | ", columns) + " |\n");
        text.append("| --- |").append(" ---: |".repeat(columns.size())).append('\n');
        rows.forEach((row, cells) -> {
            text.append("| ").append(row).append(" |");
            columns.forEach(column ->
                    text.append(' ').append(cells.getOrDefault(column, "")).append(" |"));
            text.append('\n');
        });
        JsonNode first = results.get(0);
        text.append(String.format(
                Locale.ROOT,
                "%nTime of a call in %s; Java %s; forks: %d, iterations: %d of %s.%n",
                unit(first),
                first.path("jdkVersion").asText(),
                first.path("forks").asInt(),
                first.path("measurementIterations").asInt(),
                first.path("measurementTime").asText()));
        return text.toString();
    }

    private static Measurement measurement(JsonNode result, boolean severalMethods) {
        List<String> row = new ArrayList<>();
        if (severalMethods) {
            row.add("`" + method(result) + "`");
        }
        List<Map.Entry<String, JsonNode>> parameters =
                new ArrayList<>(result.path("params").properties());
        String column = unit(result);
        for (int i = 0; i < parameters.size(); i++) {
            String value = parameters.get(i).getValue().asText().toLowerCase(Locale.ROOT);
            if (i < parameters.size() - 1) {
                row.add(value);
            } else {
                column = parameters.get(i).getKey() + " " + value;
            }
        }
        return new Measurement(String.join(", ", row), column, cell(result.path("primaryMetric")));
    }

    private static String cell(JsonNode metric) {
        double score = metric.path("score").asDouble();
        double error = metric.path("scoreError").asDouble(Double.NaN);
        String digits = score < 10 ? "%,.2f" : score < 100 ? "%,.1f" : "%,.0f";
        String text = String.format(Locale.ROOT, digits, score);
        return Double.isNaN(error) ? text : text + " ± " + String.format(Locale.ROOT, digits, error);
    }

    private static String method(JsonNode result) {
        String name = result.path("benchmark").asText();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns JMH's unit without "per operation", for example {@code us}. */
    private static String unit(JsonNode result) {
        return result.path("primaryMetric").path("scoreUnit").asText().replace("/op", "");
    }
}
