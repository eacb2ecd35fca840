package quartet.datasets.raw;

import java.util.Set;

/** The ways in which a cell says that its value is missing. */
public final class MissingValue {
    private static final Set<String> MARKERS =
            Set.of("", "?", "NA", "N/A", "n/a", "na", "#N/A", "<NA>", "NaN", "nan", "NULL", "null", "-", "--");

    private MissingValue() {}

    /** Returns whether a cell without surrounding spaces stands for a missing value. */
    public static boolean is(String cell) {
        return cell.length() <= 4 && MARKERS.contains(cell);
    }
}
