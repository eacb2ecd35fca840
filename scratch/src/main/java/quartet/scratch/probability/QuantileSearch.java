package quartet.scratch.probability;

import java.util.function.DoublePredicate;

/**
 * Quantiles of any distribution by bisection, exact to the last digit of its cumulative function. The order of doubles
 * is the order of their bit patterns. Bisection of the bit patterns finds the two adjacent doubles around the quantile
 * in at most 64 steps, at any magnitude. Bisection of the values would need about a thousand steps to reach 1e-300.
 */
final class QuantileSearch {

    private QuantileSearch() {}

    /** Returns the smallest x with F(x) >= p. */
    static double lower(ContinuousDistribution distribution, double p) {
        if (p == 0) {
            return distribution.supportLower();
        }
        return search(distribution, x -> distribution.cumulative(x) >= p);
    }

    /** Returns the smallest x with {@code S(x) <= q}. */
    static double upper(ContinuousDistribution distribution, double q) {
        if (q == 0) {
            return distribution.supportUpper();
        }
        return search(distribution, x -> distribution.survival(x) <= q);
    }

    private static double search(ContinuousDistribution distribution, DoublePredicate reached) {
        long low = order(distribution.supportLower());
        long high = order(distribution.supportUpper());
        while (low + 1 < high) {
            // The floor of (low + high) / 2 without overflow.
            long middle = (low & high) + ((low ^ high) >> 1);
            if (reached.test(fromOrder(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return fromOrder(high);
    }

    /** Maps doubles to integers in increasing order, adjacent doubles to adjacent integers. */
    private static long order(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double fromOrder(long order) {
        return Double.longBitsToDouble(order >= 0 ? order : Long.MIN_VALUE - order);
    }

    /** Returns the smallest k with F(k) >= p. For p > 1/2 it uses {@code S(k) <= 1 - p}, which is more accurate. */
    static long of(DiscreteDistribution distribution, double p) {
        if (p == 1) {
            return distribution.supportUpper();
        }
        long low = distribution.supportLower() - 1;
        long high = distribution.supportUpper();
        for (long step = 1; high == Long.MAX_VALUE && step > 0; step *= 2) {
            if (reached(distribution, low + step, p)) {
                high = low + step;
            }
        }
        while (low + 1 < high) {
            long middle = low + (high - low) / 2;
            if (reached(distribution, middle, p)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean reached(DiscreteDistribution distribution, long k, double p) {
        return p <= 0.5 ? distribution.cumulative(k) >= p : distribution.survival(k) <= 1 - p;
    }
}
