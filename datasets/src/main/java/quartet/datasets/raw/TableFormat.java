package quartet.datasets.raw;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The syntax of a table in a file.
 *
 * @param separator the character between two cells
 * @param quote the character around a cell that contains separators or line breaks
 */
public record TableFormat(char separator, char quote) {
    /** The maximum number of cells in a row. */
    static final int MAXIMUM_COLUMNS = 100_000;

    /** Candidate separators by precedence. The comma is last, because it may also occur in numbers and sentences. */
    private static final List<Character> SEPARATORS = List.of('\t', ';', '|', ',');

    /** A character that stands in no text: a table of one column has no separators. */
    private static final char NONE = '\u001F';

    private static final Map<Character, String> NAMES =
            Map.of('\t', "tab", ';', "';'", '|', "'|'", ',', "','", NONE, "none");
    private static final int SAMPLE_CHARACTERS = 1 << 18;
    private static final int SAMPLE_ROWS = 200;

    /**
     * Recognizes separator and quote from the first rows. The separator is the one for which most rows have the same
     * number of cells as the first row, at least two. univocity's own detection mistakes a decimal comma for the
     * separator.
     */
    static TableFormat of(SourceFile source) throws IOException {
        String sample = sample(source);
        TableFormat best = new TableFormat(',', '"');
        double bestShare = 0;
        for (char separator : SEPARATORS) {
            TableFormat candidate = new TableFormat(separator, '"');
            List<String[]> rows = candidate.rows(sample);
            int cells = rows.isEmpty() ? 0 : rows.get(0).length;
            long alike = rows.stream().filter(row -> row.length == cells).count();
            double share = cells < 2 ? 0 : (double) alike / rows.size();
            if (share > bestShare) {
                bestShare = share;
                best = candidate;
            }
        }
        TableFormat apostrophes = new TableFormat(best.separator, '\'');
        return mostlyQuoted(best.rows(sample)) ? apostrophes : best;
    }

    /** Returns the same format without a separator. */
    TableFormat ofOneColumn() {
        return new TableFormat(NONE, quote);
    }

    private static boolean mostlyQuoted(List<String[]> rows) {
        int cells = 0;
        int quoted = 0;
        for (String[] row : rows) {
            for (String cell : row) {
                cells++;
                quoted += cell.length() > 1 && cell.startsWith("'") && cell.endsWith("'") ? 1 : 0;
            }
        }
        return quoted * 4 > cells;
    }

    private static String sample(SourceFile source) throws IOException {
        try (Reader reader = source.reader()) {
            char[] buffer = new char[SAMPLE_CHARACTERS];
            int length = 0;
            for (int read = 0; read >= 0 && length < buffer.length; ) {
                read = reader.read(buffer, length, buffer.length - length);
                length += Math.max(0, read);
            }
            return new String(buffer, 0, length);
        }
    }

    /** Returns the rows of a sample. The last row of a full sample is omitted, because it may be incomplete. */
    private List<String[]> rows(String sample) {
        CsvParserSettings settings = settings();
        settings.setNumberOfRecordsToRead(SAMPLE_ROWS);
        List<String[]> rows = new CsvParser(settings).parseAll(new StringReader(sample));
        boolean cut = sample.length() == SAMPLE_CHARACTERS && rows.size() > 2 && rows.size() < SAMPLE_ROWS;
        return cut ? rows.subList(0, rows.size() - 1) : rows;
    }

    /** Returns the settings of a parser that drops nothing and recognizes no comments. */
    CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(separator);
        settings.getFormat().setQuote(quote);
        settings.getFormat().setQuoteEscape(quote);
        settings.getFormat().setComment('\0');
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(MAXIMUM_COLUMNS);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.trimQuotedValues(true);
        settings.setReadInputOnSeparateThread(false);
        return settings;
    }

    /** Describes the format in words. */
    public String describe() {
        return String.format(Locale.ROOT, "separator %s, quote %s", NAMES.get(separator), quote);
    }
}
