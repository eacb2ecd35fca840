package quartet.scratch.nn.activation;

import quartet.scratch.argument.Require;
import quartet.scratch.probability.special.ErrorFunction;

/**
 * Gaussian error linear unit, exact or approximated.
 * <pre>{@code
 * ERF:   y = x Phi(x),   dx = dy (Phi(x) + x phi(x));   Phi, phi: distribution and density of the standard normal
 * TANH:  y = x (1 + tanh u) / 2,   u = sqrt(2/pi) (x + 0.044715 x^3)
 *        dx = dy ((1 + tanh u) / 2 + x (1 - tanh^2 u) u' / 2),   u' = sqrt(2/pi) (1 + 3 0.044715 x^2)
 * }</pre>
 * Any shape. The two forms differ by at most about 5e-4. Source: Hendrycks, Gimpel (2016), "Gaussian Error Linear
 * Units".
 */
public final class Gelu extends ElementwiseLayer {
    /** The definition, or the faster approximation of the paper. */
    public enum Form {
        /** With the error function. */
        ERF,
        /** With the hyperbolic tangent. */
        TANH
    }

    private static final double ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    private final Form form;

    /** Creates a layer with the exact form. */
    public Gelu() {
        this(Form.ERF);
    }

    /** Creates a layer with the given form. */
    public Gelu(Form form) {
        Require.notNull("Gelu", "form", form);
        this.form = form;
    }

    @Override
    public double value(double x) {
        return switch (form) {
            case ERF -> x * normalDistribution(x);
            case TANH -> 0.5 * x * (1 + Math.tanh(ROOT_TWO_OVER_PI * (x + CUBIC * x * x * x)));
        };
    }

    @Override
    public double derivative(double x, double y) {
        return switch (form) {
            case ERF -> normalDistribution(x) + x * normalDensity(x);
            case TANH -> {
                double tanh = Math.tanh(ROOT_TWO_OVER_PI * (x + CUBIC * x * x * x));
                double slope = ROOT_TWO_OVER_PI * (1 + 3 * CUBIC * x * x);
                yield 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * slope;
            }
        };
    }

    /** Returns the distribution function of the standard normal distribution: {@code erfc(-x / sqrt 2) / 2}. */
    private static double normalDistribution(double x) {
        return 0.5 * ErrorFunction.erfc(-x / Math.sqrt(2));
    }

    /** Returns the density of the standard normal distribution: {@code e^(-x^2 / 2) / sqrt(2 pi)}. */
    private static double normalDensity(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }
}
