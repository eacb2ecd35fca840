package quartet.datasets.profile;

import java.util.List;
import quartet.datasets.recipe.NumberStyle;

/**
 * The properties of a column after one pass over the file.
 *
 * @param name the name of the column
 * @param kind the kind of its values
 * @param reason the reason why a network cannot learn from it; empty if it can
 * @param numeric whether its values are numbers, even if they identify the row
 * @param rows the number of rows
 * @param missing the number of rows without a value, including sentinels
 * @param distinct the number of distinct values, at most {@link ColumnProfiler#DISTINCT}
 * @param more whether there are more distinct values
 * @param style the notation of its numbers
 * @param sentinels numbers that stand for a missing value
 * @param datePattern the pattern of its dates; empty if they are not dates
 * @param unreadable the number of cells that are not of this kind
 * @param firstUnreadable the first unreadable cell with its line; empty if there is none
 */
public record ColumnProfile(
        String name,
        ColumnKind kind,
        String reason,
        boolean numeric,
        long rows,
        long missing,
        int distinct,
        boolean more,
        NumberStyle style,
        List<Double> sentinels,
        String datePattern,
        long unreadable,
        String firstUnreadable) {
    public ColumnProfile {
        sentinels = List.copyOf(sentinels);
    }
}
