package quartet.notebook.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes notebooks exactly as Jupyter does, so that files saved by both differ only in content. */
public final class NotebookWriter {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final ObjectWriter WRITER = JSON.writer(new JupyterLayout());

    private NotebookWriter() {}

    /** Replaces a file atomically. */
    public static void write(Notebook notebook, Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(temporary, text(notebook));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Returns the text of the file. */
    public static String text(Notebook notebook) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode cells = root.putArray("cells");
        int count = 0;
        for (Cell cell : notebook.cells()) {
            count += cell.isCode() ? 1 : 0;
            cells.add(cell(cell, notebook.executed() ? count : 0));
        }
        root.set("metadata", notebook.metadata());
        root.put("nbformat", 4);
        root.put("nbformat_minor", 5);
        try {
            return WRITER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("notebook " + notebook.name() + " cannot be written", e);
        }
    }

    private static ObjectNode cell(Cell cell, int count) {
        ObjectNode node = JSON.createObjectNode();
        node.put("cell_type", cell.isCode() ? "code" : "markdown");
        node.put("id", cell.id());
        node.set("metadata", cell.metadata());
        node.set("source", lines(cell.source()));
        if (cell.isCode()) {
            count(node, count);
            ArrayNode outputs = node.putArray("outputs");
            cell.outputs().forEach(output -> outputs.add(output(output, count)));
        }
        return node;
    }

    private static ObjectNode output(Output output, int count) {
        ObjectNode node = JSON.createObjectNode();
        if (output instanceof Output.Printed printed) {
            node.put("output_type", "stream");
            node.put("name", printed.name());
            node.set("text", lines(printed.text()));
        } else if (output instanceof Output.Thrown thrown) {
            node.put("output_type", "error");
            node.put("ename", thrown.name());
            node.put("evalue", thrown.message());
            node.putArray("traceback").add(thrown.name() + ": " + thrown.message());
        } else if (output instanceof Output.Value value) {
            node.put("output_type", "execute_result");
            count(node, count);
            value(node, value);
        }
        return node;
    }

    private static void value(ObjectNode node, Output.Value value) {
        ObjectNode data = node.putObject("data");
        ObjectNode metadata = node.putObject("metadata");
        data.set("text/plain", lines(value.text()));
        value.drawing().ifPresent(drawing -> {
            data.put("image/png", drawing.png());
            if (!drawing.svg().isEmpty()) {
                data.set("image/svg+xml", lines(drawing.svg()));
            }
            metadata.putObject("quartet").set("data", lines(drawing.data()));
        });
    }

    private static void count(ObjectNode node, int count) {
        if (count > 0) {
            node.put("execution_count", count);
        } else {
            node.putNull("execution_count");
        }
    }

    private static ArrayNode lines(String text) {
        ArrayNode lines = JSON.createArrayNode();
        for (String line : text.split("(?<=\n)", -1)) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
