package quartet.harness.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import quartet.datasets.own.DataReport;
import quartet.harness.Printable;

/** Describes how the user's own data was prepared. */
public final class DataText {
    private static final int COLUMNS = 60;
    private static final int WIDEST = 32;

    private DataText() {}

    /** Returns the report as lines for a terminal. */
    public static String of(DataReport report) {
        StringBuilder text = new StringBuilder(Printable.line(report.title())).append('\n');
        if (!report.columns().isEmpty()) {
            table(text, report.columns());
        }
        report.notes().forEach(note -> text.append(Printable.line(note)).append('\n'));
        report.warnings()
                .forEach(warning ->
                        text.append("! ").append(Printable.line(warning)).append('\n'));
        return text.append('\n').toString();
    }

    private static void table(StringBuilder text, List<List<String>> columns) {
        List<List<String>> rows = new ArrayList<>(List.of(DataReport.HEADINGS));
        columns.stream().limit(COLUMNS).forEach(cells -> rows.add(Printable.lines(cells)));
        int[] widths = IntStream.range(0, DataReport.HEADINGS.size())
                .map(j ->
                        rows.stream().mapToInt(row -> row.get(j).length()).max().orElse(0))
                .map(width -> Math.min(WIDEST, width))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < widths.length; j++) {
                String cell = row.get(j);
                boolean last = j == widths.length - 1;
                String shown = last || cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 3) + "...";
                line.append(shown).append(" ".repeat(last ? 0 : widths[j] - shown.length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        if (columns.size() > COLUMNS) {
            text.append("... and ").append(columns.size() - COLUMNS).append(" more columns\n");
        }
    }
}
