package quartet.notebook.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A notebook.
 *
 * @param name the name of its file without the ending, such as {@code 01-products}
 * @param metadata as in the file
 * @param executed whether its outputs come from a run
 * @param cells in order
 */
public record Notebook(String name, ObjectNode metadata, boolean executed, List<Cell> cells) {
    public Notebook {
        cells = List.copyOf(cells);
    }

    /** Returns the first heading; the name if there is none. */
    public String title() {
        return cells.stream()
                .filter(cell -> !cell.isCode())
                .flatMap(cell -> cell.source().lines())
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse(name);
    }

    /** Returns the minutes that a learner needs, as estimated by the author; 0 if unknown. */
    public int minutes() {
        return metadata.path("quartet").path("minutes").asInt(0);
    }

    /** Returns this notebook with the cells of a run. */
    public Notebook executed(List<Cell> newCells) {
        return new Notebook(name, metadata, true, newCells);
    }
}
