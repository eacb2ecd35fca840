package quartet.scratch.probability.special;

import java.util.Arrays;

/**
 * The logarithm of a sum of which one has logarithms.
 * <pre>{@code log sum_i e^{a_i} = m + log sum_i e^{a_i - m},   m = max a_i}</pre>
 * Densities of many features are e^-1000 and less: they are zero as numbers, but not as logarithms. With the largest
 * taken out, one term is 1 and nothing overflows. Source: Murphy, Probabilistic Machine Learning (2022), section 2.5.4.
 */
public final class LogSumExp {

    private LogSumExp() {}

    /** The logarithm of the sum; minus infinity if all terms are. */
    public static double of(double[] logarithms) {
        double largest = Arrays.stream(logarithms).max().orElse(Double.NEGATIVE_INFINITY);
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double a : logarithms) {
            sum += Math.exp(a - largest);
        }
        return largest + Math.log(sum);
    }

    /** The terms' shares of the sum, as logarithms: {@code a_i - log sum_j e^{a_j}}. */
    public static double[] shares(double[] logarithms) {
        double total = of(logarithms);
        return Arrays.stream(logarithms).map(a -> a - total).toArray();
    }

    /** The index of the largest number, the first of equals. */
    public static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
