package quartet.datasets.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import quartet.datasets.raw.MissingValue;
import quartet.datasets.recipe.DatePattern;
import quartet.datasets.recipe.NumberStyle;

/**
 * Determines the kind of a column from its cells.
 *
 * <ul>
 *   <li>Numbers or dates: at least 95 % of the values. The decimal character is the one for which more values are
 *       numbers.
 *   <li>-99, -999, -9999 and -99999 stand for missing values if all other numbers are much larger.
 *   <li>Text: more than half of the values differ, and they have several words or more than 40 characters.
 *   <li>Identifier: nearly all values differ, or they are row numbers, or they are distinct whole numbers in a column
 *       with a name such as id or key.
 *   <li>Category: everything else.
 * </ul>
 */
public final class ColumnProfiler {
    /** The maximum number of distinct values that are counted. */
    public static final int DISTINCT = 10_000;

    private static final double READABLE = 0.95;
    private static final double[] SENTINELS = {-99, -999, -9999, -99_999};
    private static final Pattern KEY = Pattern.compile("(?:.*[_ .-])?(?:id|uuid|guid|key|index)|.*[a-z]Id|.*ID");
    private static final List<DatePattern> DATES =
            DatePattern.KNOWN.stream().map(DatePattern::new).toList();
    private static final int FEW_ROWS = 20;
    private static final int LONG_TEXT = 40;
    private static final int SEVERAL_WORDS = 3;

    private final String name;
    private final Set<String> distinct = new HashSet<>();
    private final StyleCount point = new StyleCount(NumberStyle.POINT);
    private final StyleCount comma = new StyleCount(NumberStyle.COMMA);
    private final long[] dates = new long[DATES.size()];
    private long rows;
    private long present;
    private long presentWhenFull;
    private long characters;
    private long words;
    private boolean whole = true;
    private boolean counting = true;
    private double previous = Double.NaN;
    private String firstNoDate = "";

    /** Creates a profiler without any cell. */
    public ColumnProfiler(String name) {
        this.name = name;
    }

    /** Counts the numbers of a column in one notation. */
    private static final class StyleCount {
        private final NumberStyle style;
        private final long[] sentinels = new long[SENTINELS.length];
        private long numbers;
        private double lowest = Double.POSITIVE_INFINITY;
        private String firstOther = "";

        StyleCount(NumberStyle style) {
            this.style = style;
        }

        void add(double value, long line, String cell) {
            if (Double.isNaN(value)) {
                firstOther = firstOther.isEmpty() ? describe(line, cell) : firstOther;
                return;
            }
            numbers++;
            for (int i = 0; i < SENTINELS.length; i++) {
                if (value == SENTINELS[i]) {
                    sentinels[i]++;
                    return;
                }
            }
            lowest = Math.min(lowest, value);
        }

        /** Returns the sentinel, if any. It is more than ten times as far below zero as any other number. */
        List<Double> sentinel() {
            return IntStream.range(0, SENTINELS.length)
                    .filter(i -> sentinels[i] > 0 && lowest > SENTINELS[i] / 10 && lowest < Double.POSITIVE_INFINITY)
                    .mapToObj(i -> SENTINELS[i])
                    .toList();
        }

        long countOf(List<Double> found) {
            return IntStream.range(0, SENTINELS.length)
                    .filter(i -> found.contains(SENTINELS[i]))
                    .mapToLong(i -> sentinels[i])
                    .sum();
        }
    }

    /** Adds the cell of the next row. */
    public void add(long line, String cell) {
        rows++;
        if (MissingValue.is(cell)) {
            counting = false;
            return;
        }
        present++;
        characters += cell.length();
        words += words(cell);
        if (presentWhenFull == 0 && distinct.add(cell) && distinct.size() > DISTINCT) {
            distinct.clear();
            presentWhenFull = present;
        }
        double value = point.style.parse(cell);
        boolean ambiguous = cell.indexOf(',') >= 0 || cell.indexOf('.') >= 0;
        double other = ambiguous ? comma.style.parse(cell) : value;
        point.add(value, line, cell);
        comma.add(other, line, cell);
        whole &= value == Math.rint(value);
        counting &= Double.isNaN(previous) ? value == 0 || value == 1 : value == previous + 1;
        previous = value;
        addDate(line, cell);
    }

    private void addDate(long line, String cell) {
        boolean date = false;
        for (int i = 0; i < dates.length; i++) {
            // A pattern that failed too often cannot be selected any more.
            boolean alive = present - 1 - dates[i] <= 1 + (1 - READABLE) * present;
            if (alive && !Double.isNaN(DATES.get(i).parse(cell))) {
                dates[i]++;
                date = true;
            }
        }
        if (!date && firstNoDate.isEmpty()) {
            firstNoDate = describe(line, cell);
        }
    }

    private static int words(String cell) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < cell.length() && words < 1000; i++) {
            boolean space = Character.isWhitespace(cell.charAt(i));
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }

    private static String describe(long line, String cell) {
        return "line " + line + ": '" + (cell.length() <= 30 ? cell : cell.substring(0, 30) + "...") + "'";
    }

    /** Returns whether some numbers of the column are valid only with a decimal comma. */
    public boolean needsComma() {
        return comma.numbers > point.numbers && comma.numbers >= READABLE * present;
    }

    /**
     * Returns the profile.
     *
     * @param commas whether ambiguous numbers are read with a decimal comma
     */
    public ColumnProfile profile(boolean commas) {
        boolean useComma = comma.numbers > point.numbers || (commas && comma.numbers == point.numbers);
        StyleCount numbers = useComma ? comma : point;
        int bestDate = IntStream.range(0, dates.length)
                .reduce((a, b) -> dates[b] > dates[a] ? b : a)
                .orElse(0);
        if (present == 0) {
            return profile(ColumnKind.EMPTY, "no value", numbers, List.of(), "", 0, "");
        }
        if (distinctCount() == 1 && present == rows) {
            return profile(ColumnKind.CONSTANT, "the same value in every row", numbers, List.of(), "", 0, "");
        }
        if (numbers.numbers >= READABLE * present) {
            long unreadable = present - numbers.numbers;
            String reason = numberReason();
            ColumnKind kind = reason.isEmpty() ? ColumnKind.NUMBER : ColumnKind.IDENTIFIER;
            return profile(kind, reason, numbers, numbers.sentinel(), "", unreadable, numbers.firstOther);
        }
        if (dates[bestDate] >= READABLE * present) {
            String pattern = DatePattern.KNOWN.get(bestDate);
            long unreadable = present - dates[bestDate];
            return profile(ColumnKind.DATE, "", numbers, List.of(), pattern, unreadable, firstNoDate);
        }
        return words(numbers);
    }

    private String numberReason() {
        if (counting && present >= FEW_ROWS) {
            return "the row number";
        }
        boolean key = KEY.matcher(name).matches()
                || KEY.matcher(name.toLowerCase(Locale.ROOT)).matches();
        return key && whole && present >= FEW_ROWS && differing() == 1
                ? "a different whole number in each row, and a name of keys"
                : "";
    }

    private ColumnProfile words(StyleCount numbers) {
        double differing = differing();
        double average = (double) words / present;
        boolean text = average >= SEVERAL_WORDS || characters > LONG_TEXT * present;
        if (text && differing > 0.5 && present >= FEW_ROWS) {
            String reason = String.format(
                    Locale.ROOT, "text of %.0f words on average; see: run nlp --text", Math.max(1, average));
            return profile(ColumnKind.TEXT, reason, numbers, List.of(), "", 0, "");
        }
        if (differing > 0.5 && present >= FEW_ROWS) {
            String reason = differing > 0.9 ? "a different value in nearly each row" : "too many different values";
            return profile(ColumnKind.IDENTIFIER, reason, numbers, List.of(), "", 0, "");
        }
        if (presentWhenFull > 0) {
            String reason = "more than " + DISTINCT + " different values";
            return profile(ColumnKind.IDENTIFIER, reason, numbers, List.of(), "", 0, "");
        }
        return profile(ColumnKind.CATEGORY, "", numbers, List.of(), "", 0, "");
    }

    private int distinctCount() {
        return presentWhenFull > 0 ? DISTINCT : distinct.size();
    }

    /** Returns the share of unique values, estimated from the first values if there are many. */
    private double differing() {
        return presentWhenFull > 0 ? (DISTINCT + 1.0) / presentWhenFull : (double) distinct.size() / present;
    }

    private ColumnProfile profile(
            ColumnKind kind,
            String reason,
            StyleCount numbers,
            List<Double> sentinels,
            String datePattern,
            long unreadable,
            String firstUnreadable) {
        return new ColumnProfile(
                name,
                kind,
                reason,
                present > 0 && numbers.numbers >= READABLE * present,
                rows,
                rows - present + numbers.countOf(sentinels),
                distinctCount(),
                presentWhenFull > 0,
                numbers.style,
                sentinels,
                datePattern,
                unreadable,
                unreadable == 0 ? "" : firstUnreadable);
    }
}
