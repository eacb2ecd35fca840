package quartet.datasets.format;

import java.util.ArrayList;
import java.util.List;
import quartet.datasets.format.Texts.LabelledText;

/**
 * Reads lines of source, label and text that are separated by tabs, below a header with these names. Quotation marks
 * are part of the text. A text may be empty.
 */
public final class TsvReader {
    private static final String HEADER = "source\tlabel\ttext";
    private static final int COLUMNS = 3;

    private TsvReader() {}

    /**
     * Reads the texts.
     *
     * @param source the name of the file in messages
     * @param classes the number of classes; every label is less
     * @throws MalformedDataException if the content is not UTF-8 or not of this form; the message names the line
     */
    public static Texts read(String source, byte[] content, int classes) throws MalformedDataException {
        // Only \n separates lines: a text may contain other characters that Unicode counts as line ends.
        String[] lines = Utf8.decode(source, content).split("\n", -1);
        if (!withoutCarriageReturn(lines[0]).equals(HEADER)) {
            throw new MalformedDataException("'" + source
                    + "', line 1: expected the columns source, label, text separated by tabs, but was '"
                    + withoutCarriageReturn(lines[0]) + "'");
        }
        // The end of the last line is not the start of another one.
        int end = lines.length - (lines[lines.length - 1].isEmpty() ? 1 : 0);
        List<LabelledText> rows = new ArrayList<>();
        for (int i = 1; i < end; i++) {
            String[] fields = withoutCarriageReturn(lines[i]).split("\t", -1);
            String line = "'" + source + "', line " + (i + 1) + ": ";
            if (fields.length != COLUMNS) {
                throw new MalformedDataException(
                        line + "expected " + COLUMNS + " fields separated by tabs, but found " + fields.length);
            }
            rows.add(new LabelledText(fields[0], label(line, fields[1], classes), fields[2]));
        }
        return new Texts(rows);
    }

    private static int label(String line, String field, int classes) throws MalformedDataException {
        for (int label = 0; label < classes; label++) {
            if (field.equals(Integer.toString(label))) {
                return label;
            }
        }
        throw new MalformedDataException(
                line + "expected a label from 0 to " + (classes - 1) + ", but was '" + field + "'");
    }

    private static String withoutCarriageReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
