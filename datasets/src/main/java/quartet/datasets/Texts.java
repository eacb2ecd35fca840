package quartet.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts with a label and a source for each, row by row. */
record Texts(List<LabelledText> rows) {
    private static final String HEADER = "source\tlabel\ttext";
    private static final int COLUMNS = 3;

    /**
     * One text.
     *
     * @param source where it comes from; empty where that is not known
     * @param label the index of its class
     */
    record LabelledText(String source, int label, String text) {}

    /**
     * Reads lines of source, label and text, separated by tabs, under a header of these names. Quotation marks are
     * part of the text. A text may be empty.
     *
     * @throws DatasetException if the content is not UTF-8 or not of this form; the message has the line
     */
    static Texts tabSeparated(String source, byte[] content, int classes) {
        // Only \n separates: texts may hold other characters that Unicode counts as line ends.
        String[] lines = Utf8.decode(source, content).split("\n", -1);
        if (!withoutCarriageReturn(lines[0]).equals(HEADER)) {
            throw new DatasetException("'" + source + "', line 1: expected the columns source, label, text separated by"
                    + " tabs, but was '" + withoutCarriageReturn(lines[0]) + "'");
        }
        // What follows the last line's end is not a line.
        int end = lines.length - (lines[lines.length - 1].isEmpty() ? 1 : 0);
        List<LabelledText> rows = new ArrayList<>();
        for (int i = 1; i < end; i++) {
            String[] fields = withoutCarriageReturn(lines[i]).split("\t", -1);
            String line = "'" + source + "', line " + (i + 1) + ": ";
            if (fields.length != COLUMNS) {
                throw new DatasetException(
                        line + "expected " + COLUMNS + " fields separated by tabs, but were " + fields.length);
            }
            rows.add(new LabelledText(fields[0], label(line, fields[1], classes), fields[2]));
        }
        return new Texts(rows);
    }

    /** The labels, row by row. */
    int[] labels() {
        return rows.stream().mapToInt(LabelledText::label).toArray();
    }

    /** A number for every pair of source and label that occurs: a split by these keeps the shares of both. */
    int[] strata() {
        Map<String, Integer> numbers = new HashMap<>();
        return rows.stream()
                .mapToInt(row -> numbers.computeIfAbsent(row.label() + " " + row.source(), key -> numbers.size()))
                .toArray();
    }

    /** A copy of the given rows, in the given order. */
    Texts select(int[] selected) {
        return new Texts(Arrays.stream(selected).mapToObj(rows::get).toList());
    }

    private static int label(String line, String field, int classes) {
        for (int label = 0; label < classes; label++) {
            if (field.equals(Integer.toString(label))) {
                return label;
            }
        }
        throw new DatasetException(line + "expected a label of 0 to " + (classes - 1) + ", but was '" + field + "'");
    }

    private static String withoutCarriageReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
