package quartet.datasets.profile;

import java.util.List;
import quartet.datasets.recipe.NumberStyle;

/**
 * What is known of a column after one pass over the file.
 *
 * @param name the name of the column
 * @param kind what its values are
 * @param reason why a network cannot learn from it; empty if it can
 * @param numeric whether its values are numbers, even if they name the row
 * @param rows the number of rows
 * @param missing the number of rows without a value, sentinels included
 * @param distinct the number of different values, at most {@link ColumnProfiler#DISTINCT}
 * @param more whether there are more different values than that
 * @param style how its numbers are written
 * @param sentinels numbers that stand for a missing value
 * @param datePattern how its dates are written; empty if they are no dates
 * @param unreadable the number of cells that are not of this kind
 * @param firstUnreadable the first of them with its line; empty if there is none
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
