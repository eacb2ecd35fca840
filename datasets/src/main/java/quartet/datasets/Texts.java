package quartet.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts with a label and a source for each, row by row.
 *
 * @param sources where each text comes from; equal where that is not known
 */
record Texts(List<String> sources, int[] labels, List<String> texts) {
    private static final String HEADER = "source\tlabel\ttext";
    private static final int COLUMNS = 3;

    /**
     * Reads lines of source, label and text, separated by tabs, under a header of these names. Quotation marks are part of
     * the text. A text may be empty.
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
        List<String> sources = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        // What follows the last line's end is not a line.
        int rows = lines.length - (lines[lines.length - 1].isEmpty() ? 2 : 1);
        int[] labels = new int[Math.max(0, rows)];
        for (int row = 0; row < labels.length; row++) {
            String[] fields = withoutCarriageReturn(lines[row + 1]).split("\t", -1);
            String line = "'" + source + "', line " + (row + 2) + ": ";
            if (fields.length != COLUMNS) {
                throw new DatasetException(
                        line + "expected " + COLUMNS + " fields separated by tabs, but were " + fields.length);
            }
            sources.add(fields[0]);
            labels[row] = label(line, fields[1], classes);
            texts.add(fields[2]);
        }
        return new Texts(sources, labels, texts);
    }

    /** A number for every pair of source and label that occurs: a split by these keeps the shares of both. */
    int[] strata() {
        Map<String, Integer> numbers = new HashMap<>();
        int[] strata = new int[labels.length];
        for (int row = 0; row < strata.length; row++) {
            strata[row] = numbers.computeIfAbsent(labels[row] + " " + sources.get(row), key -> numbers.size());
        }
        return strata;
    }

    /** A copy of the given rows, in the given order. */
    Texts select(int[] rows) {
        List<String> selectedSources = new ArrayList<>();
        List<String> selectedTexts = new ArrayList<>();
        int[] selectedLabels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selectedSources.add(sources.get(rows[i]));
            selectedTexts.add(texts.get(rows[i]));
            selectedLabels[i] = labels[rows[i]];
        }
        return new Texts(selectedSources, selectedLabels, selectedTexts);
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
