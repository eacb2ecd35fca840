package quartet.scratch.calculus.autodiff;

/**
 * A hyper-dual number a + b e1 + c e2 + d e1 e2 with e1^2 = e2^2 = 0 and e1 e2 != 0. It represents a value, two first
 * derivatives and the mixed second derivative.
 * <pre>{@code f(x) -> f(a) + f'(a) b e1 + f'(a) c e2 + (f'(a) d + f''(a) b c) e1 e2}</pre>
 * If e1 is seeded in direction i and e2 in direction j, the e1 e2 part of the result is entry (i, j) of the Hessian,
 * exact up to rounding.
 * Source: Fike and Alonso, "The development of hyper-dual numbers for exact second-derivative calculations" (2011).
 *
 * @param value a
 * @param first b, the derivative along the first direction
 * @param second c, the derivative along the second direction
 * @param mixed d, the second derivative along both directions
 */
public record HyperDual(double value, double first, double second, double mixed) {

    /** Returns a constant, whose derivatives are 0. */
    public static HyperDual constant(double value) {
        return new HyperDual(value, 0, 0, 0);
    }

    private HyperDual chain(double f, double slope, double curvature) {
        return new HyperDual(
                f,
                product(slope, first),
                product(slope, second),
                product(slope, mixed) + product(curvature, first * second));
    }

    /** Returns 0 for a derivative of 0, also where the slope is infinite, as that of sqrt at 0. */
    private static double product(double slope, double derivative) {
        return derivative == 0 ? 0 : slope * derivative;
    }

    /** Returns {@code u + v}. */
    public HyperDual plus(HyperDual other) {
        return new HyperDual(value + other.value, first + other.first, second + other.second, mixed + other.mixed);
    }

    /** Returns {@code u + c}. */
    public HyperDual plus(double constant) {
        return new HyperDual(value + constant, first, second, mixed);
    }

    /** Returns {@code u - v}. */
    public HyperDual minus(HyperDual other) {
        return plus(other.negate());
    }

    /** Returns {@code u - c}. */
    public HyperDual minus(double constant) {
        return plus(-constant);
    }

    /** Returns {@code (uv)_12 = u v_12 + u_1 v_2 + u_2 v_1 + u_12 v}. */
    public HyperDual times(HyperDual other) {
        return new HyperDual(
                value * other.value,
                value * other.first + first * other.value,
                value * other.second + second * other.value,
                value * other.mixed + first * other.second + second * other.first + mixed * other.value);
    }

    /** Returns {@code c u}. */
    public HyperDual times(double constant) {
        return new HyperDual(value * constant, first * constant, second * constant, mixed * constant);
    }

    /** Returns {@code u / v = u v^-1}. */
    public HyperDual dividedBy(HyperDual other) {
        return times(other.power(-1));
    }

    /** Returns {@code -u}. */
    public HyperDual negate() {
        return times(-1);
    }

    /** Returns {@code u^p} for a constant p. */
    public HyperDual power(double exponent) {
        double slope = exponent == 0 ? 0 : exponent * Math.pow(value, exponent - 1);
        double factor = exponent * (exponent - 1);
        double curvature = factor == 0 ? 0 : factor * Math.pow(value, exponent - 2);
        return chain(Math.pow(value, exponent), slope, curvature);
    }

    /** Returns {@code sqrt(u)}. */
    public HyperDual sqrt() {
        return power(0.5);
    }

    /** Returns {@code e^u}. */
    public HyperDual exp() {
        double exponential = Math.exp(value);
        return chain(exponential, exponential, exponential);
    }

    /** Returns {@code ln u}. */
    public HyperDual log() {
        return chain(Math.log(value), 1 / value, -1 / (value * value));
    }

    /** Returns {@code sin u}. */
    public HyperDual sin() {
        return chain(Math.sin(value), Math.cos(value), -Math.sin(value));
    }

    /** Returns {@code cos u}. */
    public HyperDual cos() {
        return chain(Math.cos(value), -Math.sin(value), -Math.cos(value));
    }

    /** Returns {@code tanh u}. */
    public HyperDual tanh() {
        double tanh = Math.tanh(value);
        double slope = 1 - tanh * tanh;
        return chain(tanh, slope, -2 * tanh * slope);
    }

    /** Returns the logistic function {@code 1 / (1 + e^-u)}. */
    public HyperDual sigmoid() {
        double sigmoid = 1 / (1 + Math.exp(-value));
        double slope = sigmoid * (1 - sigmoid);
        return chain(sigmoid, slope, slope * (1 - 2 * sigmoid));
    }
}
