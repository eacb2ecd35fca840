package quartet.datasets.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quartet.datasets.TargetScale;
import quartet.datasets.profile.ColumnKind;
import quartet.datasets.profile.ColumnProfile;
import quartet.datasets.recipe.CategoryCode;
import quartet.datasets.recipe.ColumnCode;
import quartet.datasets.recipe.DateCode;
import quartet.datasets.recipe.NumberCode;

/**
 * Derives the code of a column from the training rows.
 *
 * <ul>
 *   <li>Numbers and dates: mean and deviation of the present values; a missing value becomes their median, and an
 *       additional feature marks it if a training row lacks the value.
 *   <li>Dates: also the season if they span most of a year, the weekday if they span two weeks, and the time of day if
 *       present.
 *   <li>Categories: a feature for each of at most {@value #CATEGORIES} frequent categories, with at least 0.1 % of the
 *       training rows and at least two; one feature for all others.
 * </ul>
 */
final class ColumnLearner {
    /** The maximum number of categories with a feature of their own. */
    static final int CATEGORIES = 100;

    private static final double RARE = 0.001;
    private static final double MOST_OF_A_YEAR = 300;
    private static final double TWO_WEEKS = 14;

    private final int[] train;

    /** Creates a learner that uses only these rows. */
    ColumnLearner(int[] train) {
        this.train = train;
    }

    /** A code with its description; without a code, the reason. */
    record Learned(Optional<ColumnCode> code, String words) {
        private static Learned of(ColumnCode code, String words) {
            return new Learned(Optional.of(code), words);
        }

        private static Learned dropped(String why) {
            return new Learned(Optional.empty(), "dropped: " + why);
        }
    }

    Learned learn(ColumnProfile profile, StoredColumn column) {
        return switch (profile.kind()) {
            case NUMBER -> number(profile, column);
            case DATE -> date(profile, column);
            case CATEGORY -> category(profile, column);
            case TEXT, IDENTIFIER, CONSTANT, EMPTY -> Learned.dropped(profile.reason());
        };
    }

    private Learned number(ColumnProfile profile, StoredColumn column) {
        double[] present = column.present(train);
        if (isConstant(present)) {
            return Learned.dropped("the same value in all training rows");
        }
        TargetScale scale = TargetScale.of(present);
        double median = median(present);
        boolean indicator = present.length < train.length;
        NumberCode code = new NumberCode(
                profile.name(),
                profile.style(),
                profile.sentinels(),
                median,
                scale.mean(),
                scale.deviation(),
                indicator);
        String words = "scaled" + (indicator ? "; missing: median and a feature" : "");
        return Learned.of(code, profile.sentinels().isEmpty() ? words : words + sentinel(profile));
    }

    private static String sentinel(ColumnProfile profile) {
        return "; " + Math.round(profile.sentinels().get(0)) + " counts as missing";
    }

    private Learned date(ColumnProfile profile, StoredColumn column) {
        double[] present = column.present(train);
        if (isConstant(present)) {
            return Learned.dropped("the same date in all training rows");
        }
        TargetScale scale = TargetScale.of(present);
        double span = Arrays.stream(present).max().orElse(0)
                - Arrays.stream(present).min().orElse(0);
        boolean year = span >= MOST_OF_A_YEAR;
        boolean week = span >= TWO_WEEKS
                && Arrays.stream(present).map(Math::floor).distinct().count() > 7;
        boolean day = Arrays.stream(present).anyMatch(days -> days != Math.floor(days));
        boolean indicator = present.length < train.length;
        DateCode code = new DateCode(
                profile.name(),
                profile.datePattern(),
                median(present),
                scale.mean(),
                scale.deviation(),
                indicator,
                year,
                week,
                day);
        String words = "days, scaled" + (year ? "; season" : "") + (week ? "; weekday" : "") + (day ? "; time" : "");
        return Learned.of(code, words + (indicator ? "; missing: median and a feature" : ""));
    }

    private Learned category(ColumnProfile profile, StoredColumn column) {
        int[] counts = new int[column.values().size()];
        for (int row : train) {
            counts[column.code(row)]++;
        }
        long enough = Math.max(2, (long) Math.ceil(RARE * train.length));
        List<Integer> present = new ArrayList<>();
        boolean missing = false;
        for (int code = 0; code < counts.length; code++) {
            boolean empty = column.values().get(code).isEmpty();
            missing |= empty && counts[code] > 0;
            if (!empty && counts[code] > 0) {
                present.add(code);
            }
        }
        present.sort(Comparator.comparingInt((Integer code) -> -counts[code])
                .thenComparing(code -> column.values().get(code)));
        List<String> kept = present.stream()
                .limit(CATEGORIES)
                .filter(code -> counts[code] >= enough)
                .map(code -> column.values().get(code))
                .sorted(ClassNames.ORDER)
                .toList();
        int grouped = present.size() - kept.size();
        CategoryCode code = new CategoryCode(profile.name(), kept, grouped > 0, missing);
        if (code.width() < 2) {
            return Learned.dropped("the same value in all training rows");
        }
        if (kept.isEmpty()) {
            return Learned.dropped("every category is rare");
        }
        String words = "one-hot, " + kept.size() + (kept.size() == 1 ? " category" : " categories");
        if (grouped > 0) {
            words += "; " + grouped + " others as one (" + (kept.size() == CATEGORIES ? "limit " : "fewer than ")
                    + (kept.size() == CATEGORIES ? CATEGORIES : enough + " rows") + ")";
        }
        return Learned.of(code, words + (missing ? "; missing as one" : ""));
    }

    private static boolean isConstant(double[] present) {
        return present.length == 0 || Arrays.stream(present).allMatch(value -> value == present[0]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Returns whether a column of this kind holds numbers. */
    static boolean isNumeric(ColumnKind kind) {
        return kind == ColumnKind.NUMBER || kind == ColumnKind.DATE;
    }
}
