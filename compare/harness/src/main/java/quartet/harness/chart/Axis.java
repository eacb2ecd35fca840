package quartet.harness.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scale of one axis, with its ticks.
 *
 * @param low the value at the start of the axis
 * @param high the value at its end
 * @param logarithmic whether equal distances are equal ratios
 * @param ticks ascending values between low and high
 */
public record Axis(double low, double high, boolean logarithmic, List<Double> ticks) {
    private static final double LARGEST = 1e100;
    private static final int TICKS = 5;
    private static final double LEAST_RATIO = 4;
    private static final int MAXIMUM_DECADES = 6;
    /**
     * The maximum of the largest value divided by the range of a linear axis, so that four digits distinguish the
     * ticks.
     */
    private static final double NARROWEST = 200;

    /** Returns whether a value of a results file can be drawn on this kind of axis. */
    public static boolean drawable(double value, boolean logarithmic) {
        return Math.abs(value) < LARGEST && (!logarithmic || value > 1 / LARGEST);
    }

    /** Returns an axis that contains all values; values that are not {@link #drawable} are ignored. */
    static Axis of(List<Double> values, boolean logarithmic) {
        double[] drawn = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> drawable(value, logarithmic))
                .toArray();
        double low = Arrays.stream(drawn).min().orElse(1);
        double high = Arrays.stream(drawn).max().orElse(1);
        return logarithmic ? logarithmic(low, high) : linear(low, high);
    }

    private static Axis linear(double least, double most) {
        double range = Math.max(Math.max(Math.abs(least), Math.abs(most)) / NARROWEST, 1e-3);
        double margin = most - least < range ? range / 2 : 0;
        double step = niceStep((most - least + 2 * margin) / TICKS);
        double first = Math.floor((least - margin) / step);
        double last = Math.ceil((most + margin) / step);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i <= Math.min(last - first, 3 * TICKS); i++) {
            ticks.add((first + i) * step);
        }
        return new Axis(first * step, last * step, false, ticks);
    }

    /** Returns the smallest of 1, 2, 5 times a power of 10 that is not below the value. */
    private static double niceStep(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double multiple : new double[] {1, 2, 5}) {
            if (multiple * power >= value) {
                return multiple * power;
            }
        }
        return 10 * power;
    }

    private static Axis logarithmic(double least, double most) {
        double middle = Math.sqrt(least) * Math.sqrt(most);
        double low = Math.min(least / 1.15, middle / Math.sqrt(LEAST_RATIO));
        double high = Math.max(most * 1.15, middle * Math.sqrt(LEAST_RATIO));
        double decades = Math.log10(high) - Math.log10(low);
        int stride = Math.max(1, (int) Math.ceil(decades / MAXIMUM_DECADES));
        int[] multiples = decades > 4 ? new int[] {1} : decades > 2.3 ? new int[] {1, 3} : new int[] {1, 2, 5};
        List<Double> ticks = new ArrayList<>();
        int start = (int) Math.floor(Math.log10(low));
        for (int exponent = start; exponent <= Math.log10(high); exponent += stride) {
            for (int multiple : multiples) {
                double tick =
                        new BigDecimal(multiple).scaleByPowerOfTen(exponent).doubleValue();
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return new Axis(low, high, true, ticks);
    }

    /** Returns the position of a value: 0 at low, 1 at high. Values outside are clamped; NaN becomes low. */
    double fraction(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double fraction = logarithmic
                ? (Math.log(Math.max(value, low)) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
        return Math.min(1, Math.max(0, fraction));
    }

    /** Returns the label of a tick: {@link #label}, with k and M for thousands and millions. */
    public static String tick(double value) {
        double size = Math.abs(value);
        if (size >= 1e4 && size < 1e10) {
            return size < 1e6 ? label(value / 1e3) + "k" : label(value / 1e6) + "M";
        }
        return label(value);
    }

    /** Returns a value with four significant digits, without trailing zeros. */
    public static String label(double value) {
        if (value == 0 || !drawable(value, false)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e7) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
