package quartet.scratch.probability.special;

import quartet.scratch.argument.Require;

/**
 * The logarithm of the gamma function, which extends the factorial: Gamma(n + 1) = n!.
 * <pre>{@code near 2:     ln Gamma(2 + z) = z (1 - g) + sum_{k>=2} (-1)^k (zeta(k) - 1) z^k / k,    |z| <= 1/2
 * up to 10:   ln Gamma(x) = ln((x-1)(x-2)...(x-m)) + ln Gamma(x - m), with x - m near 2
 * above:      ln Gamma(x) = (x - 1/2) ln x - x + ln(2 pi) / 2 + stirling(x)
 * below 1/2:  ln Gamma(x) = ln Gamma(1 + x) - ln x}</pre>
 * g is Euler's constant. The series is centred at a zero of the function, which preserves the relative accuracy near
 * its zeros 1 and 2.
 * Source: NIST Digital Library of Mathematical Functions (DLMF), 5.7.3, 5.5.1 and 5.11.1.
 */
public final class LogGamma {

    private static final double ONE_MINUS_EULER = 0.42278433509846713;

    /** zeta(k) - 1 for k = 2, 3, ..., 30. */
    private static final double[] ZETA_MINUS_ONE = {
        0.6449340668482264,
        0.2020569031595943,
        0.08232323371113819,
        0.03692775514336993,
        0.01734306198444914,
        0.008349277381922827,
        0.00407735619794434,
        0.0020083928260822143,
        0.0009945751278180853,
        0.0004941886041194645,
        0.0002460865533080483,
        0.00012271334757848915,
        6.124813505870483e-05,
        3.058823630702049e-05,
        1.528225940865187e-05,
        7.637197637899763e-06,
        3.81729326499984e-06,
        1.908212716553939e-06,
        9.539620338727962e-07,
        4.769329867878064e-07,
        2.38450502727733e-07,
        1.1921992596531106e-07,
        5.960818905125948e-08,
        2.980350351465228e-08,
        1.4901554828365043e-08,
        7.45071178983543e-09,
        3.725334024788457e-09,
        1.862659723513049e-09,
        9.313274324196682e-10
    };

    /** B_2k / (2k (2k - 1)) for k = 1, 2, ..., 8 with the Bernoulli numbers B (DLMF 5.11.1). */
    private static final double[] STIRLING = {
        1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0, -3617 / 122400.0
    };

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
    private static final double ASYMPTOTIC_FROM = 10;

    private LogGamma() {}

    /**
     * Returns ln Gamma(x).
     *
     * @throws IllegalArgumentException if x is not positive and finite
     */
    public static double of(double x) {
        Require.positive("LogGamma.of: x", x);
        if (x < 0.5) {
            return onePlus(x) - Math.log(x);
        }
        if (x < 1.5) {
            return onePlus(x - 1);
        }
        if (x >= ASYMPTOTIC_FROM) {
            return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
        }
        double product = 1;
        double y = x;
        while (y > 2.5) {
            y -= 1;
            product *= y;
        }
        return Math.log(product) + aroundTwo(y - 2);
    }

    /**
     * Returns ln Gamma(1 + z), accurate also for tiny z, for which 1 + z rounds to 1.
     *
     * @throws IllegalArgumentException if {@code z < -1/2} or not finite
     */
    public static double onePlus(double z) {
        if (!(z >= -0.5)) {
            throw new IllegalArgumentException("LogGamma.onePlus: expected z >= -1/2, but was " + z);
        }
        return z <= 0.5 ? aroundTwo(z) - Math.log1p(z) : of(1 + z);
    }

    /**
     * Returns {@code ln(Gamma(x + d) / Gamma(x))}, accurate also if x is much larger than d.
     *
     * @param x > 0
     * @param d >= 0
     */
    public static double ratio(double x, double d) {
        if (x < ASYMPTOTIC_FROM) {
            return of(x + d) - of(x);
        }
        double log = Math.log1p(d / x);
        return d * Math.log(x) + ((x + d) * log - d) - log / 2 + stirlingError(x + d) - stirlingError(x);
    }

    /** Returns ln Gamma(2 + z) for {@code |z| <= 1/2}, computed by Horner's scheme. */
    private static double aroundTwo(double z) {
        double sum = 0;
        for (int i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) {
            int k = i + 2;
            sum = ZETA_MINUS_ONE[i] / k - z * sum;
        }
        return z * (ONE_MINUS_EULER + z * sum);
    }

    /**
     * Returns the error of Stirling's formula.
     * <pre>{@code stirling(x) = ln Gamma(x + 1) - ln(sqrt(2 pi x) (x / e)^x)
     *             = 1 / (12 x) - 1 / (360 x^3) + 1 / (1260 x^5) - ...}</pre>
     *
     * @param x > 0
     */
    public static double stirlingError(double x) {
        if (x < ASYMPTOTIC_FROM) {
            return onePlus(x) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
        }
        double square = x * x;
        double sum = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            sum = STIRLING[i] + sum / square;
        }
        return sum / x;
    }
}
