package quartet.datasets.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts in rows, each with its label and its source. */
public record Texts(List<LabelledText> rows) {
    public Texts {
        rows = List.copyOf(rows);
    }

    /**
     * One text.
     *
     * @param source the origin of the text; empty if unknown
     * @param label the index of its class
     */
    public record LabelledText(String source, int label, String text) {}

    /** Returns the label of each row. */
    public int[] labels() {
        return rows.stream().mapToInt(LabelledText::label).toArray();
    }

    /**
     * Returns a stratum for each row: a number that identifies its pair of label and source. A split that is
     * stratified by these numbers preserves the proportions of both.
     */
    public int[] strata() {
        Map<String, Integer> numbers = new HashMap<>();
        return rows.stream()
                .mapToInt(row -> numbers.computeIfAbsent(row.label() + " " + row.source(), key -> numbers.size()))
                .toArray();
    }

    /** Returns a copy of the given rows in the given order. */
    public Texts select(int[] selected) {
        return new Texts(Arrays.stream(selected).mapToObj(rows::get).toList());
    }
}
