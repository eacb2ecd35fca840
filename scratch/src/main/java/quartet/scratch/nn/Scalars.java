package quartet.scratch.nn;

import quartet.scratch.probability.ErrorFunction;

/** Functions of one number in a form that neither overflows nor cancels. */
final class Scalars {
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
        return 0.5 * ErrorFunction.erfc(-x / Math.sqrt(2));
    }

    /** Density of the standard normal: {@code e^(-x^2 / 2) / sqrt(2 pi)}. */
    static double normalDensity(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }
}
