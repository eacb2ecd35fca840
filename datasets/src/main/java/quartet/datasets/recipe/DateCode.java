package quartet.datasets.recipe;

import java.time.LocalDate;
import java.util.List;

/**
 * The code of a column of dates: days since 1970-01-01, standardized like a {@link NumberCode}, then optionally sine
 * and cosine of the day of the year, of the day of the week, and of the time of day.
 *
 * <p>Sine and cosine place the last day of a period next to the first. They are 0 for a missing date.
 *
 * @param name the name of the column
 * @param pattern the pattern of the dates, see {@link DatePattern}
 * @param fill the days that replace a missing date
 * @param mean of the training days
 * @param deviation of the training days, not 0
 * @param indicator whether a feature marks missing dates
 * @param year whether the day of the year is used
 * @param week whether the day of the week is used
 * @param day whether the time of day is used
 */
public record DateCode(
        String name,
        String pattern,
        double fill,
        double mean,
        double deviation,
        boolean indicator,
        boolean year,
        boolean week,
        boolean day)
        implements ColumnCode {
    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final double DAYS_OF_A_WEEK = 7;

    @Override
    public int width() {
        return 1 + (indicator ? 1 : 0) + 2 * ((year ? 1 : 0) + (week ? 1 : 0) + (day ? 1 : 0));
    }

    /**
     * Writes the features of a date to {@code features}, starting at index {@code at}. The date is in days; a missing
     * date is NaN.
     */
    public void encode(double days, float[] features, int at) {
        number().encode(days, features, at);
        if (Double.isNaN(days)) {
            return;
        }
        double midnight = Math.floor(days);
        LocalDate date = LocalDate.ofEpochDay((long) midnight);
        int next = at + (indicator ? 2 : 1);
        if (year) {
            next = circle((date.getDayOfYear() - 1) / DAYS_OF_A_YEAR, features, next);
        }
        if (week) {
            next = circle((date.getDayOfWeek().getValue() - 1) / DAYS_OF_A_WEEK, features, next);
        }
        if (day) {
            circle(days - midnight, features, next);
        }
    }

    private NumberCode number() {
        return new NumberCode(name, NumberStyle.POINT, List.of(), fill, mean, deviation, indicator);
    }

    private static int circle(double share, float[] features, int at) {
        // StrictMath gives the same bits on every platform.
        features[at] = (float) StrictMath.sin(2 * Math.PI * share);
        features[at + 1] = (float) StrictMath.cos(2 * Math.PI * share);
        return at + 2;
    }
}
