package quartet.harness.report;

import java.util.Arrays;
import java.util.List;

/** Writes tables in columns: the first is left-aligned, numbers are right-aligned. */
public final class TerminalTable {
    private TerminalTable() {}

    public static String render(Tables.Table table) {
        int columns = table.columns().size();
        int[] widths = new int[columns];
        for (int j = 0; j < columns; j++) {
            widths[j] = table.columns().get(j).length();
            for (List<String> row : table.rows()) {
                widths[j] = Math.max(widths[j], row.get(j).length());
            }
        }
        StringBuilder out = new StringBuilder();
        out.append(table.title()).append('\n');
        line(out, table.columns(), widths);
        out.append("-".repeat(Arrays.stream(widths).sum() + 2 * (columns - 1))).append('\n');
        table.rows().forEach(row -> line(out, row, widths));
        table.notes().forEach(note -> out.append("! ").append(note).append('\n'));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < widths.length; j++) {
            String pad = " ".repeat(widths[j] - cells.get(j).length());
            line.append(j == 0 ? cells.get(j) + pad : "  " + pad + cells.get(j));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
