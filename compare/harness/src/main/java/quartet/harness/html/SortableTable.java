package quartet.harness.html;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quartet.harness.report.Tables.Table;

/**
 * A table whose cells contain their sort keys. The type is public for the page's template.
 *
 * @param title caption
 * @param columns headings
 * @param rows as many cells in each as there are columns
 * @param notes lines below it
 * @param style the name of its class in the style sheet
 */
public record SortableTable(
        String title, List<String> columns, List<List<Cell>> rows, List<String> notes, String style) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(?=$|x| )");

    /**
     * A cell.
     *
     * @param text the content
     * @param key the number at its start, or empty
     */
    public record Cell(String text, String key) {
        /** Returns a cell with the number at the start of its text. */
        public static Cell of(String text) {
            Matcher matcher = NUMBER.matcher(text);
            String number = matcher.lookingAt() ? matcher.group() : "";
            return new Cell(text, text.equals("fastest") ? "1" : number);
        }
    }

    /** Returns a table of the page's width. Its first column is text, the others are numbers. */
    public static SortableTable of(Table table) {
        return of(table, "");
    }

    /** Returns a table of left-aligned, wrapped texts. */
    public static SortableTable text(Table table) {
        return of(table, " prose");
    }

    /** Returns a table of a few short columns. */
    public static SortableTable narrow(Table table) {
        return of(table, " narrow");
    }

    private static SortableTable of(Table table, String style) {
        return new SortableTable(
                table.title(),
                table.columns(),
                table.rows().stream()
                        .map(row -> row.stream().map(Cell::of).toList())
                        .toList(),
                table.notes(),
                style);
    }
}
