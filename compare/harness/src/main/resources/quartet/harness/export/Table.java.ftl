package quartet.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of text fields.
 *
 * @param source the name of the file in messages
 * @param columns the names of the columns
 * @param rows the fields by row
 */
public record Table(String source, List<String> columns, List<CSVRecord> rows) {

    /**
     * Reads comma-separated values with a header, in UTF-8.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a row has another number of fields than the header
     */
    public static Table read(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<CSVRecord> rows = parser.getRecords();
            for (CSVRecord row : rows) {
                if (!row.isConsistent()) {
                    throw new IllegalArgumentException(file + ", row " + row.getRecordNumber() + ": expected "
                            + parser.getHeaderNames().size() + " fields, but found " + row.size());
                }
            }
            return new Table(file.toString(), parser.getHeaderNames(), rows);
        }
    }

    /**
     * Returns the fields of a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    List<String> column(String name) {
        if (!columns.contains(name)) {
            throw new IllegalArgumentException(source + " has no column '" + name + "'; its columns are "
                    + String.join(", ", columns));
        }
        return rows.stream().map(row -> row.get(name)).toList();
    }
}
