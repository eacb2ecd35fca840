package quartet.harness.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartet.contract.experiment.BatchOrder;
import quartet.datasets.Features;
import quartet.datasets.PreparedData;
import quartet.datasets.Targets;
import quartet.harness.outcome.Outcome.Mistake;

/**
 * The part of a project's first-round test set that a page shows.
 *
 * @param classes the names of the classes by index; empty for a regression
 * @param rows the images or texts that any engine misclassifies, in the order of {@link #order}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TestSet(String project, String dataset, List<String> classes, List<Row> rows) {
    /** The maximum length of a text; longer texts are cut. */
    static final int TEXT_LENGTH = 1000;

    public TestSet {
        classes = List.copyOf(classes);
        rows = List.copyOf(rows);
    }

    /**
     * A row of the test set.
     *
     * @param row the index
     * @param actual the index of the class
     * @param text as it is in the data, possibly with control characters, cut after {@value #TEXT_LENGTH} characters
     * @param png a PNG file in base64, in which black and white are the extremes of each channel over the test set
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            int row,
            int actual,
            @Nullable String text,
            @Nullable String png) {}

    /** Returns the rows of a test set in a fixed random order, so that the first rows are a random sample. */
    public static int[] order(int rows) {
        return new BatchOrder(rows, 1, 0).epoch(0);
    }

    /** Returns the test set with the rows of these outcomes' mistakes. */
    public static TestSet of(String project, PreparedData data, List<Outcome> outcomes) {
        Set<Integer> shown = new HashSet<>();
        outcomes.forEach(outcome -> outcome.mistakes().forEach(mistake -> shown.add(mistake.row())));
        List<Row> rows = new ArrayList<>();
        if (!shown.isEmpty() && data.test().targets() instanceof Targets.Classes labels) {
            Pictures pictures = data.test().features() instanceof Features.Values images ? new Pictures(images) : null;
            for (int row : order(data.test().rows())) {
                if (shown.contains(row)) {
                    rows.add(new Row(
                            row, labels.labels()[row], text(data, row), pictures == null ? null : pictures.png(row)));
                }
            }
        }
        return new TestSet(project, data.dataset(), data.classes(), rows);
    }

    private static @Nullable String text(PreparedData data, int row) {
        if (data.testTexts().isEmpty()) {
            return null;
        }
        String text = data.testTexts().get(row);
        return text.codePointCount(0, text.length()) <= TEXT_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TEXT_LENGTH)) + "...";
    }

    /**
     * Returns the class that an engine predicts for a row of {@link #rows()}. Empty if the engine's list of mistakes
     * ends before the row.
     */
    public OptionalInt predicted(Row row, Outcome outcome) {
        List<Mistake> mistakes = outcome.mistakes();
        for (Mistake mistake : mistakes) {
            if (mistake.row() == row.row()) {
                return OptionalInt.of(mistake.predicted());
            }
        }
        boolean complete = mistakes.size() == outcome.wrongRows();
        return complete
                        || position(row.row())
                                < position(mistakes.get(mistakes.size() - 1).row())
                ? OptionalInt.of(row.actual())
                : OptionalInt.empty();
    }

    private int position(int row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).row() == row) {
                return i;
            }
        }
        return rows.size();
    }
}
