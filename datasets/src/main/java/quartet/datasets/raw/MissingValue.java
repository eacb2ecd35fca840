package quartet.datasets.raw;

import java.util.Set;

/** Recognizes cells that stand for a missing value. */
public final class MissingValue {
    private static final Set<String> MARKERS =
            Set.of("", "?", "NA", "N/A", "n/a", "na", "#N/A", "<NA>", "NaN", "nan", "NULL", "null", "-", "--");

    private MissingValue() {}

    /** Returns whether a cell stands for a missing value. The cell has no surrounding spaces. */
    public static boolean is(String cell) {
        return cell.length() <= 4 && MARKERS.contains(cell);
    }
}
