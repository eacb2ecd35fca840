package quartet.harness.report;

import java.util.List;
import java.util.stream.Stream;
import quartet.datasets.own.DataReport;
import quartet.harness.data.DataProfile;
import quartet.harness.report.Tables.Table;
import quartet.harness.results.Results;

/** What was done with own data, as tables. */
public final class DataTables {
    private static final int COLUMNS = 200;

    private DataTables() {}

    /** Returns a table for each project with own data. It has no rows if the data has no columns. */
    public static List<Table> of(Results results) {
        return results.ownData().stream().map(DataTables::table).toList();
    }

    private static Table table(DataProfile profile) {
        int columns = profile.columns().size();
        Stream<String> left = columns > COLUMNS
                ? Stream.of("and " + (columns - COLUMNS) + " more columns, see results.json")
                : Stream.of();
        List<String> notes = Stream.of(
                        left,
                        Stream.of(profile.title()),
                        profile.notes().stream(),
                        profile.warnings().stream().map(warning -> "Warning: " + warning))
                .flatMap(lines -> lines)
                .toList();
        return new Table(
                "Own data of " + profile.project(),
                DataReport.HEADINGS,
                profile.columns().stream().limit(COLUMNS).toList(),
                notes);
    }
}
