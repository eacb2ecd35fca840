package quartet.datasets.raw;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import quartet.datasets.DatasetException;
import quartet.datasets.recipe.DatePattern;
import quartet.datasets.recipe.NumberStyle;

/** A table in a file. It is read row by row, so memory does not grow with the number of rows. */
public final class TableFile {
    private final SourceFile source;
    private final TableFormat format;
    private final boolean header;
    private final List<String> names;
    private final List<String> notes;

    private TableFile(SourceFile source, TableFormat format, boolean header, List<String> names, List<String> notes) {
        this.source = source;
        this.format = format;
        this.header = header;
        this.names = List.copyOf(names);
        this.notes = List.copyOf(notes);
    }

    /**
     * Recognizes encoding, separator, quotes and header.
     *
     * @param known known names of columns; a first row with one of them is a header
     * @throws DatasetException if the file does not exist, is empty or is not a table of at least two columns
     */
    public static TableFile open(Path path, Collection<String> known) {
        return open(path, known, false);
    }

    /**
     * Does the same for new rows, which may have a single column: the one that a network needs. Then each line is a row,
     * and separators are part of it.
     *
     * @param needed names of the columns that the network needs
     * @throws DatasetException if there is no such file, it is empty, or it is not a table
     */
    public static TableFile openRows(Path path, Collection<String> needed) {
        return open(path, needed, true);
    }

    private static TableFile open(Path path, Collection<String> known, boolean oneColumn) {
        SourceFile source = SourceFile.open(path);
        try {
            TableFormat format = TableFormat.of(source);
            String[] first = first(source, format);
            if (oneColumn && first.length == 1 && known.contains(first[0])) {
                format = format.ofOneColumn();
            } else if (first.length < 2) {
                throw new DatasetException(path + " has a single column, '" + shortened(first[0])
                        + "'; expected two or more, separated by ',', ';', '|' or tab");
            }
            List<String> notes = new ArrayList<>();
            boolean header = isHeader(first, known);
            List<String> names = header ? unique(first, notes) : numbered(first.length, notes);
            return new TableFile(source, format, header, names, notes);
        } catch (IOException e) {
            throw new DatasetException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String[] first(SourceFile source, TableFormat format) throws IOException {
        try (Reader reader = source.reader()) {
            CsvParser parser = new CsvParser(format.settings());
            parser.beginParsing(reader);
            String[] first = parser.parseNext();
            parser.stopParsing();
            return first == null ? new String[] {""} : first;
        } catch (TextParsingException e) {
            throw malformed(source, e);
        }
    }

    /** Returns whether a row is a header: none of its cells is a number or a date, and most are not empty. */
    private static boolean isHeader(String[] first, Collection<String> known) {
        Set<String> wanted = Set.copyOf(known);
        if (Arrays.stream(first).anyMatch(wanted::contains)) {
            return true;
        }
        long values = Arrays.stream(first)
                .filter(cell -> !Double.isNaN(NumberStyle.POINT.parse(cell))
                        || !Double.isNaN(NumberStyle.COMMA.parse(cell))
                        || DatePattern.plausible(cell))
                .count();
        long empty = Arrays.stream(first).filter(MissingValue::is).count();
        return values == 0 && empty * 2 <= first.length;
    }

    private static List<String> numbered(int columns, List<String> notes) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("column" + i);
        }
        notes.add("no header: the columns are named column1 to column" + columns);
        return names;
    }

    /** Returns unique names: empty names are replaced by numbered ones, and repeated names get a number. */
    private static List<String> unique(String[] first, List<String> notes) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            String name = first[i].isEmpty() ? "column" + (i + 1) : first[i].replaceAll("\\s+", " ");
            int count = seen.merge(name, 1, Integer::sum);
            String own = name;
            while (count > 1 && seen.containsKey(own)) {
                own = name + "." + count++;
            }
            if (!own.equals(name)) {
                seen.put(own, 1);
                notes.add("the header repeats '" + shortened(name) + "': column " + (i + 1) + " is named '"
                        + shortened(own) + "'");
            }
            names.add(own);
        }
        return names;
    }

    /** Returns the file. */
    public SourceFile source() {
        return source;
    }

    /** Returns the unique names of the columns. */
    public List<String> names() {
        return names;
    }

    /** Returns a description of the recognized form in one line, without the number of rows. */
    public String describe() {
        return source.charset().name() + ", " + format.describe() + ", " + (header ? "header" : "no header");
    }

    /** Returns the separator of the cells. */
    public char separator() {
        return format.separator();
    }

    /** Returns notes about the header, each in one line. */
    public List<String> notes() {
        return notes;
    }

    /**
     * Reads all rows that have as many cells as the header. Missing or additional empty cells at the end of a row are
     * accepted.
     *
     * @param rows receives each row
     * @param problems receives a line for each row with another number of cells
     * @throws DatasetException if the file cannot be read
     */
    public void read(Consumer<RawRow> rows, Consumer<String> problems) {
        try (Reader reader = source.reader()) {
            CsvParser parser = new CsvParser(format.settings());
            parser.beginParsing(reader);
            boolean skip = header;
            long line = 1;
            for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
                if (!skip) {
                    accept(line, cells, rows, problems);
                }
                skip = false;
                line = parser.getContext().currentLine() + 1;
            }
        } catch (IOException e) {
            throw new DatasetException(source.path() + " cannot be read: " + e.getMessage(), e);
        } catch (TextParsingException e) {
            throw malformed(source, e);
        }
    }

    private void accept(long line, String[] cells, Consumer<RawRow> rows, Consumer<String> problems) {
        int width = names.size();
        boolean superfluous = cells.length > width
                && Arrays.stream(cells, width, cells.length).anyMatch(cell -> !cell.isEmpty());
        if (superfluous || cells.length < width) {
            problems.accept("line " + line + ": expected " + width + " cells, but found " + cells.length);
        } else {
            rows.accept(new RawRow(line, cells.length == width ? cells : Arrays.copyOf(cells, width)));
        }
    }

    private static DatasetException malformed(SourceFile source, TextParsingException e) {
        return new DatasetException(
                source.path() + ", line " + (e.getLineIndex() + 1) + ": not a table; a row has more than "
                        + TableFormat.MAXIMUM_COLUMNS + " cells, or a quote is not closed",
                e);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
