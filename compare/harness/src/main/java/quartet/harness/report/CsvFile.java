package quartet.harness.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quartet.harness.results.Summary;

/**
 * The summary as comma-separated values (RFC 4180): one line for each project and engine, an empty field for no value.
 */
final class CsvFile {
    private static final List<String> SCORES = List.of("accuracy", "macroF1", "rmse", "mae", "r2");
    private static final List<String> COLUMNS = List.of(
            "project",
            "dataset",
            "engine",
            "status",
            "reason",
            "rounds",
            "trainSeconds",
            "stepMillis",
            "p50Micros",
            "p99Micros",
            "rowsPerSecond",
            "coldStartSeconds",
            "peakRssBytes",
            "parity",
            "ratioToScratch",
            "ratioLow",
            "ratioHigh",
            "verdict");
    /** Columns of later versions. They follow the others, because tools may depend on column positions. */
    private static final List<String> ADDED =
            List.of("division", "linesOfCode", "toModelSeconds", "toModelCpuSeconds", "allocatedBytes", "variant");

    private static final List<String> ADDED_SCORES = List.of("balancedAccuracy", "auc");

    private static final JsonMapper JSON = new JsonMapper();

    private CsvFile() {}

    static String of(List<Summary> summaries) {
        StringBuilder csv = new StringBuilder();
        csv.append(String.join(",", COLUMNS))
                .append(',')
                .append(String.join(",", SCORES))
                .append(',')
                .append(String.join(",", ADDED))
                .append(',')
                .append(String.join(",", ADDED_SCORES))
                .append("\r\n");
        for (Summary summary : summaries) {
            JsonNode json = JSON.valueToTree(summary);
            List<String> fields = new ArrayList<>();
            COLUMNS.forEach(column -> fields.add(json.path(column).asText("")));
            SCORES.forEach(score -> fields.add(json.path("scores").path(score).asText("")));
            ADDED.forEach(column -> fields.add(json.path(column).asText("")));
            fields.set(fields.size() - 1, summary.variantLabel());
            ADDED_SCORES.forEach(
                    score -> fields.add(json.path("scores").path(score).asText("")));
            csv.append(fields.stream().map(CsvFile::quoted).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String quoted(String field) {
        boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
