package quartet.notebook.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A notebook as plain text, which is convenient to write: a line {@code // %%} starts a code cell and {@code // %% md} a
 * markdown cell. Tags and {@code tolerance=NUMBER} may follow. A line {@code // minutes: NUMBER} before the first cell
 * states the time that a learner needs.
 */
public final class TextForm {
    private static final String MARK = "// %%";
    private static final String MINUTES = "// minutes:";
    private static final String MARKDOWN = "md";
    private static final String TOLERANCE = "tolerance=";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TextForm() {}

    /**
     * Reads a notebook without outputs.
     *
     * @throws IllegalArgumentException if the text does not begin with minutes and a cell
     */
    public static Notebook parse(String name, String text) {
        int minutes = 0;
        List<Cell> cells = new ArrayList<>();
        String header = "";
        StringBuilder source = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith(MARK)) {
                addCell(cells, header, source);
                header = line;
                source.setLength(0);
            } else if (header.isEmpty() && line.startsWith(MINUTES)) {
                minutes = Integer.parseInt(line.substring(MINUTES.length()).strip());
            } else if (header.isEmpty() && !line.isBlank()) {
                throw new IllegalArgumentException(
                        name + ": expected '" + MINUTES + " NUMBER' and '" + MARK + "', but was '" + line + "'");
            } else {
                source.append(line).append('\n');
            }
        }
        addCell(cells, header, source);
        return new Notebook(name, metadata(minutes), false, cells);
    }

    /** Writes a notebook as text, without its outputs. */
    public static String print(Notebook notebook) {
        StringBuilder text = new StringBuilder(MINUTES + " " + notebook.minutes() + "\n\n");
        for (Cell cell : notebook.cells()) {
            text.append(MARK).append(cell.isCode() ? "" : " " + MARKDOWN);
            cell.metadata().path("tags").forEach(tag -> text.append(' ').append(tag.asText()));
            cell.tolerance()
                    .ifPresent(tolerance -> text.append(' ').append(TOLERANCE).append(tolerance));
            text.append('\n').append(cell.source()).append("\n\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void addCell(List<Cell> cells, String header, StringBuilder source) {
        if (header.isEmpty()) {
            return;
        }
        ObjectNode metadata = JSON.createObjectNode();
        ArrayNode tags = JSON.createArrayNode();
        Cell.Type type = Cell.Type.CODE;
        for (String word : header.substring(MARK.length()).strip().split("\\s+", -1)) {
            if (word.equals(MARKDOWN)) {
                type = Cell.Type.MARKDOWN;
            } else if (word.startsWith(TOLERANCE)) {
                metadata.putObject("quartet").put("tolerance", Double.parseDouble(word.substring(TOLERANCE.length())));
            } else if (Cell.TAGS.contains(word)) {
                tags.add(word);
            } else if (!word.isEmpty()) {
                throw new IllegalArgumentException("unknown word '" + word + "' in '" + header + "'; expected "
                        + MARKDOWN + ", " + TOLERANCE + "NUMBER or one of " + Cell.TAGS);
            }
        }
        if (!tags.isEmpty()) {
            metadata.set("tags", tags);
        }
        String id = String.format(Locale.ROOT, "cell-%02d", cells.size() + 1);
        Cell cell = new Cell(id, type, source.toString().strip(), metadata, List.of());
        if (cell.hasTag(Cell.ANSWER)) {
            metadata.putObject("jupyter").put("source_hidden", true);
        }
        cells.add(cell);
    }

    private static ObjectNode metadata(int minutes) {
        ObjectNode metadata = JSON.createObjectNode();
        metadata.putObject("kernelspec")
                .put("display_name", "Java")
                .put("language", "java")
                .put("name", "java");
        metadata.putObject("language_info")
                .put("codemirror_mode", "text/x-java")
                .put("file_extension", ".jshell")
                .put("mimetype", "text/x-java-source")
                .put("name", "java");
        metadata.putObject("quartet").put("minutes", minutes);
        return metadata;
    }
}
