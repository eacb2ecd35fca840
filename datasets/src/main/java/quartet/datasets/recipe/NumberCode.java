package quartet.datasets.recipe;

import java.util.List;

/**
 * The code of a column of numbers, standardized with the statistics of the training rows.
 *
 * <pre>{@code z = (x - mean) / deviation, clipped to [-LIMIT, LIMIT]}</pre>
 *
 * <p>A missing value is replaced by {@code fill}. With an indicator, a second feature is 1 for a missing value and 0
 * otherwise.
 *
 * @param name the name of the column
 * @param style the notation of its numbers
 * @param sentinels numbers that stand for a missing value, such as -999
 * @param fill the replacement of a missing value
 * @param mean of the training values
 * @param deviation of the training values, not 0
 * @param indicator whether a feature marks missing values
 */
public record NumberCode(
        String name,
        NumberStyle style,
        List<Double> sentinels,
        double fill,
        double mean,
        double deviation,
        boolean indicator)
        implements ColumnCode {
    /** The largest absolute value of a standardized number. */
    public static final double LIMIT = 10;

    public NumberCode {
        sentinels = List.copyOf(sentinels);
    }

    @Override
    public int width() {
        return indicator ? 2 : 1;
    }

    /** Returns the number in a cell, or NaN if it is a sentinel or not a number. */
    public double parse(String cell) {
        double value = style.parse(cell);
        return sentinels.contains(value) ? Double.NaN : value;
    }

    /** Writes the features of a value to {@code features}, starting at index {@code at}. A missing value is NaN. */
    public void encode(double value, float[] features, int at) {
        boolean missing = Double.isNaN(value);
        double z = ((missing ? fill : value) - mean) / deviation;
        features[at] = (float) Math.max(-LIMIT, Math.min(LIMIT, z));
        if (indicator) {
            features[at + 1] = missing ? 1 : 0;
        }
    }
}
