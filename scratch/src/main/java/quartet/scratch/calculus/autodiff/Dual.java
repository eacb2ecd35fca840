package quartet.scratch.calculus.autodiff;

/**
 * A dual number a + b e with e^2 = 0, which represents a value and its derivative.
 * <pre>{@code f(a + b e) = f(a) + f'(a) b e}</pre>
 * All rules of differentiation follow from e^2 = 0. For example, (a + b e)(c + d e) = ac + (ad + bc) e is the product
 * rule. A program that runs in dual arithmetic computes its derivative in the same pass, exact up to rounding and
 * without a step size. This is forward mode.
 * Source: Griewank and Walther, Evaluating Derivatives (2nd ed., 2008), section 3.1; Baydin et al., "Automatic
 * differentiation in machine learning: a survey" (2018), section 3.1.1.
 *
 * @param value a
 * @param derivative b, with respect to the variable whose derivative is seeded with 1
 */
public record Dual(double value, double derivative) {

    /** Returns a constant, whose derivative is 0. */
    public static Dual constant(double value) {
        return new Dual(value, 0);
    }

    /** Returns the independent variable, whose derivative is 1. */
    public static Dual variable(double value) {
        return new Dual(value, 1);
    }

    /** Applies the chain rule, given the value and the slope of the outer function. */
    private Dual chain(double f, double slope) {
        // A constant has derivative 0 also where the slope is infinite, as that of sqrt at 0.
        return new Dual(f, derivative == 0 ? 0 : slope * derivative);
    }

    /** Returns {@code (u + v)' = u' + v'}. */
    public Dual plus(Dual other) {
        return new Dual(value + other.value, derivative + other.derivative);
    }

    /** Returns {@code u + c}. */
    public Dual plus(double constant) {
        return new Dual(value + constant, derivative);
    }

    /** Returns {@code (u - v)' = u' - v'}. */
    public Dual minus(Dual other) {
        return new Dual(value - other.value, derivative - other.derivative);
    }

    /** Returns {@code u - c}. */
    public Dual minus(double constant) {
        return new Dual(value - constant, derivative);
    }

    /** Returns {@code (u v)' = u' v + u v'}. */
    public Dual times(Dual other) {
        return new Dual(value * other.value, derivative * other.value + value * other.derivative);
    }

    /** Returns {@code c u}. */
    public Dual times(double constant) {
        return new Dual(value * constant, derivative * constant);
    }

    /** Returns {@code (u / v)' = (u' - (u / v) v') / v}. */
    public Dual dividedBy(Dual other) {
        double quotient = value / other.value;
        return new Dual(quotient, (derivative - quotient * other.derivative) / other.value);
    }

    /** Returns {@code -u}. */
    public Dual negate() {
        return new Dual(-value, -derivative);
    }

    /** Returns {@code (u^p)' = p u^(p-1) u'}, for a constant p. */
    public Dual power(double exponent) {
        double slope = exponent == 0 ? 0 : exponent * Math.pow(value, exponent - 1);
        return chain(Math.pow(value, exponent), slope);
    }

    /** Returns {@code sqrt(u)}. */
    public Dual sqrt() {
        double root = Math.sqrt(value);
        return chain(root, 0.5 / root);
    }

    /** Returns {@code e^u}. */
    public Dual exp() {
        double exponential = Math.exp(value);
        return chain(exponential, exponential);
    }

    /** Returns {@code ln u}. */
    public Dual log() {
        return chain(Math.log(value), 1 / value);
    }

    /** Returns {@code sin u}. */
    public Dual sin() {
        return chain(Math.sin(value), Math.cos(value));
    }

    /** Returns {@code cos u}. */
    public Dual cos() {
        return chain(Math.cos(value), -Math.sin(value));
    }

    /** Returns {@code tanh u}, slope 1 - tanh^2 u. */
    public Dual tanh() {
        double tanh = Math.tanh(value);
        return chain(tanh, 1 - tanh * tanh);
    }

    /** Returns the logistic function {@code s(u) = 1 / (1 + e^-u)}, slope s (1 - s). */
    public Dual sigmoid() {
        double sigmoid = 1 / (1 + Math.exp(-value));
        return chain(sigmoid, sigmoid * (1 - sigmoid));
    }

    /** Returns {@code max(u, 0)}; the slope at 0 is 0. */
    public Dual relu() {
        return value > 0 ? this : constant(0);
    }

    /** Returns {@code |u|}; the slope at 0 is 0. */
    public Dual abs() {
        return chain(Math.abs(value), Math.signum(value));
    }
}
