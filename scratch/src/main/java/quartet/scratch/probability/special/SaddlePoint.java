package quartet.scratch.probability.special;

/**
 * Loader's formulas of the Poisson and binomial probabilities, for real arguments.
 * <pre>{@code dev(x, m)    = x ln(x / m) + m - x
 * poisson(x; m)     = e^-m m^x / Gamma(x+1)
 *                   = e^(-stirling(x) - dev(x, m)) / sqrt(2 pi x)
 * binomial(x; n, p) = Gamma(n+1) / (Gamma(x+1) Gamma(n-x+1)) p^x q^(n-x)
 *                   = e^(stirling(n) - stirling(x) - stirling(n-x) - dev(x, np) - dev(n-x, nq))
 *                     sqrt(n / (2 pi x (n-x)))}</pre>
 * The textbook formulas subtract logarithms of factorials, of size n ln n, to obtain a number of size 1. In Loader's
 * formulas every exponent is small if the probability is large. The densities of the gamma, beta, t and F families and
 * the incomplete gamma and beta functions use these two.
 * Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */
public final class SaddlePoint {

    private static final double LOG_TWO_PI = 1.8378770664093456;

    private SaddlePoint() {}

    /** Returns x ln(x / m) + m - x for x > 0 and m > 0, without cancellation near x = m. */
    public static double deviance(double x, double m) {
        return deviance(x, m, x - m);
    }

    /**
     * Returns the deviance for a given x - m, which the caller may have computed more accurately than by subtraction.
     */
    private static double deviance(double x, double m, double difference) {
        if (Math.abs(difference) >= 0.1 * (x + m)) {
            double ratio = x / m;
            boolean inRange = ratio < Double.POSITIVE_INFINITY && ratio > Double.MIN_NORMAL;
            return x * (inRange ? Math.log(ratio) : Math.log(x) - Math.log(m)) - difference;
        }
        // With v = (x - m) / (x + m), ln(x / m) = 2 (v + v^3/3 + v^5/5 + ...).
        double v = difference / (x + m);
        double sum = difference * v;
        double term = 2 * x * v;
        for (int k = 3; ; k += 2) {
            term *= v * v;
            double next = sum + term / k;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /** Returns ln(e^-m m^x / Gamma(x+1)) for x >= 0 and m >= 0. */
    public static double logPoisson(double x, double m) {
        if (x == 0) {
            return -m;
        }
        if (m == 0 || Double.isInfinite(m)) {
            return Double.NEGATIVE_INFINITY;
        }
        return -LogGamma.stirlingError(x) - deviance(x, m) - 0.5 * (LOG_TWO_PI + Math.log(x));
    }

    /**
     * Returns ln(Gamma(n+1) / (Gamma(x+1) Gamma(n-x+1)) p^x q^(n-x)).
     *
     * @param x the number of successes, in [0, n]
     * @param rest n - x, passed separately because the difference may cancel
     * @param p the probability of success
     * @param q 1 - p, passed separately because the difference may cancel
     */
    public static double logBinomial(double x, double rest, double p, double q) {
        // x - np = nq - rest. The smaller of p and q is known more accurately.
        double n = x + rest;
        return logBinomial(x, rest, p, q, p <= q ? x - n * p : n * q - rest);
    }

    /**
     * Returns the same for a given {@code x - np}, which the caller may have computed more accurately.
     *
     * @param difference x - np
     */
    public static double logBinomial(double x, double rest, double p, double q, double difference) {
        double n = x + rest;
        if (p == 0 || q == 0) {
            boolean certain = p == 0 ? x == 0 : rest == 0;
            return certain ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (x == 0) {
            return n * (p < q ? Math.log1p(-p) : Math.log(q));
        }
        if (rest == 0) {
            return n * (q < p ? Math.log1p(-q) : Math.log(p));
        }
        return LogGamma.stirlingError(n)
                - LogGamma.stirlingError(x)
                - LogGamma.stirlingError(rest)
                - deviance(x, n * p, difference)
                - deviance(rest, n * q, -difference)
                + 0.5 * (Math.log(n) - LOG_TWO_PI - Math.log(x) - Math.log(rest));
    }
}
