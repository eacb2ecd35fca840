package quartet.scratch.probability.special;

import quartet.scratch.argument.Require;

/**
 * The digamma function psi, the derivative of {@link LogGamma}, and the trigamma function, its derivative.
 * <pre>{@code psi(x)  = d/dx ln Gamma(x)  = ln x - 1/(2x) - sum_k B_2k / (2k x^2k)
 * psi'(x)                     = 1/x + 1/(2x^2) + sum_k B_2k / x^(2k+1)
 * psi(x) = psi(x + 1) - 1/x,    psi'(x) = psi'(x + 1) + 1/x^2}</pre>
 * The recurrences shift the argument to x >= 10, where the asymptotic series (with Bernoulli numbers B) are exact to
 * double precision. Maximum-likelihood fits of gamma and beta distributions need both functions.
 * Source: DLMF 5.11.2, 5.15.8, 5.5.2 and 5.15.5; Minka, "Estimating a Dirichlet distribution" (2000), appendix C, for
 * the inverse.
 */
public final class Digamma {

    private static final double[] BERNOULLI = {
        1 / 6.0, -1 / 30.0, 1 / 42.0, -1 / 30.0, 5 / 66.0, -691 / 2730.0, 7 / 6.0, -3617 / 510.0
    };
    private static final double ASYMPTOTIC_FROM = 10;
    private static final double EULER = 0.5772156649015329;

    private Digamma() {}

    /**
     * Returns psi(x).
     *
     * @throws IllegalArgumentException if x is not positive and finite
     */
    public static double of(double x) {
        Require.positive("Digamma.of: x", x);
        double shift = 0;
        double y = x;
        while (y < ASYMPTOTIC_FROM) {
            shift -= 1 / y;
            y += 1;
        }
        double square = 1 / (y * y);
        double sum = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            sum = square * (BERNOULLI[k - 1] / (2 * k) + sum);
        }
        return shift + Math.log(y) - 0.5 / y - sum;
    }

    /**
     * Returns psi'(x).
     *
     * @throws IllegalArgumentException if x is not positive and finite
     */
    public static double trigamma(double x) {
        Require.positive("Digamma.trigamma: x", x);
        double shift = 0;
        double y = x;
        while (y < ASYMPTOTIC_FROM) {
            shift += 1 / (y * y);
            y += 1;
        }
        double square = 1 / (y * y);
        double sum = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            sum = square * (BERNOULLI[k - 1] + sum);
        }
        return shift + (1 + 0.5 / y + sum) / y;
    }

    /**
     * Returns the x > 0 with psi(x) = y, computed by Newton's method from Minka's initial value.
     *
     * @throws IllegalArgumentException if y is not finite
     */
    public static double inverse(double y) {
        Require.finite("Digamma.inverse: y", y);
        double x = y >= -2.22 ? Math.exp(y) + 0.5 : -1 / (y + EULER);
        for (int i = 0; i < 8; i++) {
            x -= (of(x) - y) / trigamma(x);
        }
        return x;
    }
}
