package quartet.harness.html;

import java.util.List;
import quartet.harness.Printable;

/**
 * A table whose cells show a number as text and as shading. The type is public for the page's template.
 *
 * @param title caption
 * @param note explanation of the grid
 * @param corner heading of the first column
 * @param groups columns under common headings; a single group without a title has none
 * @param rows one cell for each column
 */
public record Grid(String title, String note, String corner, List<Group> groups, List<Row> rows) {
    /** The darkest shade. */
    public static final int DARKEST = 8;

    /** Columns under a common heading. */
    public record Group(String title, List<String> columns) {
        public Group {
            title = Printable.line(title);
            columns = Printable.lines(columns);
        }
    }

    /** A row and its heading. */
    public record Row(String label, List<Cell> cells) {
        public Row {
            label = Printable.line(label);
        }
    }

    /**
     * A cell.
     *
     * @param text the content
     * @param shade from 0 (none) to {@value #DARKEST}
     * @param marked whether the cell is emphasized
     */
    public record Cell(String text, int shade, boolean marked) {
        /** Returns an empty cell. */
        public static Cell blank() {
            return new Cell("", 0, false);
        }
    }
}
