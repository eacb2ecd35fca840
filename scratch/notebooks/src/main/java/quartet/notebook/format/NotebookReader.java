package quartet.notebook.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads notebooks in the format of Jupyter, version 4.5. Source: nbformat's schema {@code nbformat.v4.5.schema.json}. */
public final class NotebookReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NotebookReader() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not a notebook of version 4.5 with markdown and code cells
     */
    public static Notebook read(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
        try {
            return read(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @throws IllegalArgumentException if it is not a notebook of version 4.5 with markdown and code cells
     */
    public static Notebook read(String name, String text) {
        JsonNode root = parse(name, text);
        if (root.path("nbformat").asInt() != 4 || root.path("nbformat_minor").asInt() < 5) {
            throw bad(
                    name,
                    "expected Jupyter format 4.5, but was "
                            + root.path("nbformat").asText("none") + "."
                            + root.path("nbformat_minor").asText("none"));
        }
        List<Cell> cells = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean executed = false;
        for (JsonNode node : root.path("cells")) {
            Cell cell = cell(name, cells.size() + 1, node);
            if (!ids.add(cell.id())) {
                throw bad(name, "two cells have the id '" + cell.id() + "'");
            }
            executed |= node.path("execution_count").isNumber();
            cells.add(cell);
        }
        return new Notebook(name, object(root.path("metadata")), executed, cells);
    }

    private static JsonNode parse(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw bad(name, "not JSON: " + e.getOriginalMessage());
        }
    }

    private static Cell cell(String name, int number, JsonNode node) {
        Cell.Type type =
                switch (node.path("cell_type").asText()) {
                    case "code" -> Cell.Type.CODE;
                    case "markdown" -> Cell.Type.MARKDOWN;
                    default ->
                        throw bad(
                                name,
                                "cell " + number + ": expected code or markdown, but was '"
                                        + node.path("cell_type").asText() + "'");
                };
        String id = node.path("id").asText();
        if (!id.matches("[a-zA-Z0-9_-]{1,64}")) {
            throw bad(
                    name, "cell " + number + ": expected an id of letters, digits, '-' and '_', but was '" + id + "'");
        }
        List<Output> outputs = new ArrayList<>();
        for (JsonNode output : node.path("outputs")) {
            outputs.add(output(name, number, output));
        }
        return new Cell(id, type, text(node.path("source")), object(node.path("metadata")), outputs);
    }

    private static Output output(String name, int number, JsonNode node) {
        return switch (node.path("output_type").asText()) {
            case "stream" -> new Output.Printed(node.path("name").asText(), text(node.path("text")));
            case "execute_result", "display_data" -> value(node);
            case "error" ->
                new Output.Thrown(
                        node.path("ename").asText(), node.path("evalue").asText());
            default ->
                throw bad(
                        name,
                        "cell " + number + ": unknown output '"
                                + node.path("output_type").asText() + "'");
        };
    }

    private static Output value(JsonNode node) {
        JsonNode data = node.path("data");
        Optional<Drawing> drawing = data.has("image/png")
                ? Optional.of(new Drawing(
                        text(data.path("image/png")).strip(),
                        text(data.path("image/svg+xml")),
                        text(node.path("metadata").path("quartet").path("data"))))
                : Optional.empty();
        return new Output.Value(text(data.path("text/plain")), drawing);
    }

    /** Reads a text, which is a string or a list of lines with their ends. */
    private static String text(JsonNode node) {
        if (!node.isArray()) {
            return node.asText();
        }
        StringBuilder text = new StringBuilder();
        node.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JSON.createObjectNode();
    }

    private static IllegalArgumentException bad(String name, String what) {
        return new IllegalArgumentException("notebook " + name + ": " + what);
    }
}
