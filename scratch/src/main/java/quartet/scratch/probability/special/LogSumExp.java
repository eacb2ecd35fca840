package quartet.scratch.probability.special;

import java.util.Arrays;
import quartet.scratch.argument.Require;

/**
 * The logarithm of a sum of numbers given by their logarithms.
 * <pre>{@code log sum_i e^{a_i} = m + log sum_i e^{a_i - m},   m = max a_i}</pre>
 * Densities of many features, such as e^-1000, underflow as numbers but not as logarithms. Factoring out the largest
 * term makes it 1, so the sum neither overflows nor underflows.
 * Source: Murphy, Probabilistic Machine Learning (2022), section 2.5.4.
 */
public final class LogSumExp {

    private LogSumExp() {}

    /** Returns the logarithm of the sum, which is -infinity if all terms are -infinity. */
    public static double of(double[] logarithms) {
        Require.notNull("LogSumExp", "logarithms", logarithms);
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

    /** Returns the normalized terms as logarithms: {@code a_i - log sum_j e^{a_j}}. */
    public static double[] shares(double[] logarithms) {
        double total = of(logarithms);
        return Arrays.stream(logarithms).map(a -> a - total).toArray();
    }

    /** Returns the index of the largest number, the first one if several are equal. */
    public static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
