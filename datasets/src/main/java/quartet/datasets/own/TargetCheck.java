package quartet.datasets.own;

import java.util.Locale;
import quartet.datasets.DatasetException;
import quartet.datasets.profile.ColumnKind;
import quartet.datasets.profile.ColumnProfile;

/** Rejects a target that the project cannot predict, and names the project that can. */
final class TargetCheck {
    /**
     * The maximum number of distinct numbers that are classes. A target with more is not a class if they also exceed a
     * tenth of the rows.
     */
    private static final int MOST_NUMBERS = 50;

    private TargetCheck() {}

    /**
     * Checks the column to predict.
     *
     * @throws DatasetException if it is unsuitable
     */
    static void check(String where, ColumnProfile target, boolean numeric) {
        String column = where + ": column '" + target.name() + "'";
        if (target.kind() == ColumnKind.CONSTANT) {
            throw new DatasetException(column + " has the same value in every row; there is nothing to predict");
        }
        if (numeric) {
            checkNumbers(column, target);
        } else {
            checkClasses(column, target);
        }
    }

    private static void checkNumbers(String column, ColumnProfile target) {
        if (target.kind() == ColumnKind.DATE) {
            throw new DatasetException(column + " holds dates; a regression predicts numbers");
        }
        if (!target.numeric()) {
            throw new DatasetException(
                    column + " does not hold numbers; to predict a class of a table: run classification");
        }
    }

    private static void checkClasses(String column, ColumnProfile target) {
        String different = (target.more() ? "more than " : "")
                + String.format(
                        Locale.ROOT, "%,d different %s", target.distinct(), target.numeric() ? "numbers" : "values");
        boolean many = target.distinct() > MOST_NUMBERS && target.distinct() * 10L > target.rows();
        if (target.numeric() && (many || target.distinct() > ClassNames.MAXIMUM)) {
            throw new DatasetException(column + " has " + different + "; to predict a number: run regression");
        }
        if (target.distinct() > ClassNames.MAXIMUM) {
            throw new DatasetException(column + " has " + different + ", more than the limit of " + ClassNames.MAXIMUM
                    + " classes; choose another target");
        }
    }
}
