package quartet.notebook.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A cell of a notebook.
 *
 * @param id unique in its notebook
 * @param type markdown or code
 * @param source the text, without a line end after the last line
 * @param metadata as in the file
 * @param outputs of a code cell; empty if the cell was not run
 */
public record Cell(String id, Type type, String source, ObjectNode metadata, List<Output> outputs) {
    /** Marks a hidden answer to an exercise. */
    public static final String ANSWER = "answer";
    /** Marks a cell whose outputs differ from run to run, such as measured times. */
    public static final String VARIES = "varies";
    /** Marks a cell that must throw an exception. The name is a convention of Jupyter. */
    public static final String RAISES_EXCEPTION = "raises-exception";

    /** The tags that the runner supports. */
    static final List<String> TAGS = List.of(ANSWER, VARIES, RAISES_EXCEPTION);

    /** The kinds of cells. */
    public enum Type {
        MARKDOWN,
        CODE
    }

    public Cell {
        outputs = List.copyOf(outputs);
    }

    public boolean isCode() {
        return type == Type.CODE;
    }

    /** Returns whether the metadata contains a tag. */
    public boolean hasTag(String tag) {
        for (JsonNode candidate : metadata.path("tags")) {
            if (candidate.asText().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the relative tolerance that the cell sets for numbers in its outputs. */
    public OptionalDouble tolerance() {
        JsonNode tolerance = metadata.path("quartet").path("tolerance");
        return tolerance.isNumber() ? OptionalDouble.of(tolerance.asDouble()) : OptionalDouble.empty();
    }

    /** Returns this cell with other outputs. */
    public Cell withOutputs(List<Output> newOutputs) {
        return new Cell(id, type, source, metadata, newOutputs);
    }
}
