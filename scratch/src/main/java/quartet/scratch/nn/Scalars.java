package quartet.scratch.nn;

/** Functions of one number in a form that neither overflows nor cancels. */
final class Scalars {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
    private static final double SERIES_LIMIT = 3;
    private static final int FRACTION_TERMS = 60;

    private Scalars() {}

    /** Logistic function {@code 1 / (1 + e^-x)}; the exponent is never positive. */
    static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }

    /** {@code log(1 + e^x) = max(x, 0) + log(1 + e^-|x|)}. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** Distribution function of the standard normal: {@code erfc(-x / sqrt 2) / 2}. */
    static double normalDistribution(double x) {
        return 0.5 * complementaryErrorFunction(-x / Math.sqrt(2));
    }

    /** Density of the standard normal: {@code e^(-x^2 / 2) / sqrt(2 pi)}. */
    static double normalDensity(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    /**
     * Complementary error function, {@code 1 - erf(x)}, accurate far into the right tail.
     * <pre>{@code
     * |x| < 3:  erf(x) = 2/sqrt(pi) e^(-x^2) sum_n 2^n x^(2n+1) / (1 3 5 ... (2n+1))
     * x >= 3:   erfc(x) = e^(-x^2)/sqrt(pi) 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...))))
     * }</pre>
     * Source: Abramowitz, Stegun (1964), equations 7.1.6 and 7.1.14.
     */
    static double complementaryErrorFunction(double x) {
        if (x < 0) {
            return 2 - complementaryErrorFunction(-x);
        }
        if (x >= SERIES_LIMIT) {
            double fraction = x;
            for (int k = FRACTION_TERMS; k >= 1; k--) {
                fraction = x + 0.5 * k / fraction;
            }
            return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
        }
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 1 - TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
    }
}
