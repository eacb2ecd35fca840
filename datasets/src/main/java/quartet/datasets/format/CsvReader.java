package quartet.datasets.format;

import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Reads a table of comma-separated values with a header into a Tablesaw table. */
public final class CsvReader {
    private static final String[] MISSING = {"", "?", "NA", "NaN", "nan", "null"};

    private CsvReader() {}

    /**
     * Reads the table. A column whose values are all numbers or missing is numeric; any other column is text.
     *
     * @param source the name of the file in messages, and of the table
     * @throws MalformedDataException if the content is not UTF-8 or not such a table
     */
    public static Table read(String source, byte[] content) throws MalformedDataException {
        if (content.length == 0) {
            throw new MalformedDataException("'" + source + "' is empty; expected a table of comma-separated values");
        }
        Reader text = new StringReader(Utf8.decode(source, content));
        try {
            return Table.read()
                    .usingOptions(CsvReadOptions.builder(text)
                            .tableName(source)
                            .columnTypesToDetect(List.of(ColumnType.DOUBLE, ColumnType.STRING))
                            .missingValueIndicator(MISSING));
        } catch (RuntimeException e) {
            // Tablesaw has no exception of its own for malformed content.
            throw new MalformedDataException(
                    "'" + source + "' is not a table of comma-separated values: " + e.getMessage(), e);
        }
    }
}
