package quartet.harness.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import quartet.datasets.own.DataReport;

/**
 * What was found in a project's own data, and what was done with each column, as {@code results.json} keeps it. With
 * several seeds, it describes the split of the first one.
 *
 * @param title the data in one line
 * @param columns of a table: a row for each column with the cells of {@link DataReport#HEADINGS}; empty for other data
 * @param notes what was done, each in one line
 * @param warnings what may be wrong with the data, each in one line
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataProfile(
        String project, String title, List<List<String>> columns, List<String> notes, List<String> warnings) {
    public DataProfile {
        columns = columns.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }

    /** Returns the profile of a project's data. */
    public static DataProfile of(String project, DataReport report) {
        return new DataProfile(project, report.title(), report.columns(), report.notes(), report.warnings());
    }
}
