package quartet.scratch.calculus.autodiff;

/**
 * A scalar recorded on a {@link Tape}. Each method computes a value and records the partial derivatives, which the
 * comments below state for this variable u and the other variable v.
 *
 * @see ReverseMode
 */
public final class Variable {

    private final Tape tape;
    private final int index;
    private final double value;

    Variable(Tape tape, int index, double value) {
        this.tape = tape;
        this.index = index;
        this.value = value;
    }

    /** Returns the value. */
    public double value() {
        return value;
    }

    Tape tape() {
        return tape;
    }

    int index() {
        return index;
    }

    /** Returns {@code u + v}; partials 1, 1. */
    public Variable plus(Variable other) {
        return tape.binary("add", this, other, value + other.value, 1, 1);
    }

    /** Returns {@code u + c}; partial 1. */
    public Variable plus(double constant) {
        return tape.unary("add " + constant, this, value + constant, 1);
    }

    /** Returns {@code u - v}; partials 1, -1. */
    public Variable minus(Variable other) {
        return tape.binary("subtract", this, other, value - other.value, 1, -1);
    }

    /** Returns {@code u - c}; partial 1. */
    public Variable minus(double constant) {
        return plus(-constant);
    }

    /** Returns {@code u v}; partials v, u. */
    public Variable times(Variable other) {
        return tape.binary("multiply", this, other, value * other.value, other.value, value);
    }

    /** Returns {@code c u}; partial c. */
    public Variable times(double constant) {
        return tape.unary("multiply " + constant, this, value * constant, constant);
    }

    /** Returns {@code q = u / v}; partials 1 / v, -q / v. */
    public Variable dividedBy(Variable other) {
        double quotient = value / other.value;
        return tape.binary("divide", this, other, quotient, 1 / other.value, -quotient / other.value);
    }

    /** Returns {@code -u}; partial -1. */
    public Variable negate() {
        return tape.unary("negate", this, -value, -1);
    }

    /** Returns {@code u^p} for a constant p; partial p u^(p-1). */
    public Variable power(double exponent) {
        double partial = exponent == 0 ? 0 : exponent * Math.pow(value, exponent - 1);
        return tape.unary("power " + exponent, this, Math.pow(value, exponent), partial);
    }

    /** Returns {@code r = sqrt(u)}; partial 1 / (2 r). */
    public Variable sqrt() {
        double root = Math.sqrt(value);
        return tape.unary("sqrt", this, root, 0.5 / root);
    }

    /** Returns {@code y = e^u}; partial y. */
    public Variable exp() {
        double exponential = Math.exp(value);
        return tape.unary("exp", this, exponential, exponential);
    }

    /** Returns {@code ln u}; partial 1 / u. */
    public Variable log() {
        return tape.unary("log", this, Math.log(value), 1 / value);
    }

    /** Returns {@code sin u}; partial cos u. */
    public Variable sin() {
        return tape.unary("sin", this, Math.sin(value), Math.cos(value));
    }

    /** Returns {@code cos u}; partial -sin u. */
    public Variable cos() {
        return tape.unary("cos", this, Math.cos(value), -Math.sin(value));
    }

    /** Returns {@code y = tanh u}; partial 1 - y^2. */
    public Variable tanh() {
        double tanh = Math.tanh(value);
        return tape.unary("tanh", this, tanh, 1 - tanh * tanh);
    }

    /** Returns {@code s = 1 / (1 + e^-u)}; partial s (1 - s). */
    public Variable sigmoid() {
        double sigmoid = 1 / (1 + Math.exp(-value));
        return tape.unary("sigmoid", this, sigmoid, sigmoid * (1 - sigmoid));
    }

    /** Returns {@code max(u, 0)}; partial 1 where u > 0, otherwise 0. */
    public Variable relu() {
        return tape.unary("relu", this, Math.max(value, 0), value > 0 ? 1 : 0);
    }

    /** Returns {@code |u|}; partial sign(u). */
    public Variable abs() {
        return tape.unary("abs", this, Math.abs(value), Math.signum(value));
    }

    @Override
    public String toString() {
        return "v" + index + " = " + value;
    }
}
