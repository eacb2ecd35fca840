package quartet.datasets.own;

import java.util.List;

/**
 * A report for people about the findings in the user's data and its preparation.
 *
 * @param title the data in one line
 * @param columns for a table, a row for each column with the cells of {@link #HEADINGS}; empty for other data
 * @param notes the steps of preparation, each in one line
 * @param warnings possible problems of the data, each in one line
 */
public record DataReport(String title, List<List<String>> columns, List<String> notes, List<String> warnings) {
    /** The headings of the columns of {@link #columns}. */
    public static final List<String> HEADINGS = List.of("column", "kind", "values", "missing", "what is done with it");

    public DataReport {
        columns = columns.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }
}
