package quartet.datasets.own;

import java.util.List;

/**
 * What was found in own data and what was done with it, for people.
 *
 * @param title the data in one line
 * @param columns of a table: a row for each column with the cells of {@link #HEADINGS}; empty for other data
 * @param notes what was done, each in one line
 * @param warnings what may be wrong with the data, each in one line
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
