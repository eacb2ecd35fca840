package quartet.scratch.calculus.autodiff;

/**
 * A variable of {@link HessianVectorProduct}: a {@link Variable} with a dual number as value. The comments state the
 * partial derivatives for this variable u and the other variable v.
 */
public final class DualVariable {

    private final DualTape tape;
    private final int index;
    private final Dual value;

    DualVariable(DualTape tape, int index, Dual value) {
        this.tape = tape;
        this.index = index;
        this.value = value;
    }

    /** Returns the value. */
    public double value() {
        return value.value();
    }

    DualTape tape() {
        return tape;
    }

    int index() {
        return index;
    }

    /** Returns {@code u + v}; partials 1, 1. */
    public DualVariable plus(DualVariable other) {
        return tape.binary(this, other, value.plus(other.value), Dual.constant(1), Dual.constant(1));
    }

    /** Returns {@code u + c}; partial 1. */
    public DualVariable plus(double constant) {
        return tape.unary(this, value.plus(constant), Dual.constant(1));
    }

    /** Returns {@code u - v}; partials 1, -1. */
    public DualVariable minus(DualVariable other) {
        return tape.binary(this, other, value.minus(other.value), Dual.constant(1), Dual.constant(-1));
    }

    /** Returns {@code u - c}; partial 1. */
    public DualVariable minus(double constant) {
        return plus(-constant);
    }

    /** Returns {@code u v}; partials v, u. */
    public DualVariable times(DualVariable other) {
        return tape.binary(this, other, value.times(other.value), other.value, value);
    }

    /** Returns {@code c u}; partial c. */
    public DualVariable times(double constant) {
        return tape.unary(this, value.times(constant), Dual.constant(constant));
    }

    /** Returns {@code q = u / v}; partials 1 / v, -q / v. */
    public DualVariable dividedBy(DualVariable other) {
        Dual quotient = value.dividedBy(other.value);
        Dual byLeft = Dual.constant(1).dividedBy(other.value);
        return tape.binary(this, other, quotient, byLeft, quotient.times(byLeft).negate());
    }

    /** Returns {@code -u}; partial -1. */
    public DualVariable negate() {
        return times(-1);
    }

    /** Returns {@code u^p} for a constant p; partial p u^(p-1). */
    public DualVariable power(double exponent) {
        Dual partial =
                exponent == 0 ? Dual.constant(0) : value.power(exponent - 1).times(exponent);
        return tape.unary(this, value.power(exponent), partial);
    }

    /** Returns {@code r = sqrt(u)}; partial 1 / (2 r). */
    public DualVariable sqrt() {
        Dual root = value.sqrt();
        return tape.unary(this, root, Dual.constant(0.5).dividedBy(root));
    }

    /** Returns {@code y = e^u}; partial y. */
    public DualVariable exp() {
        Dual exponential = value.exp();
        return tape.unary(this, exponential, exponential);
    }

    /** Returns {@code ln u}; partial 1 / u. */
    public DualVariable log() {
        return tape.unary(this, value.log(), Dual.constant(1).dividedBy(value));
    }

    /** Returns {@code sin u}; partial cos u. */
    public DualVariable sin() {
        return tape.unary(this, value.sin(), value.cos());
    }

    /** Returns {@code cos u}; partial -sin u. */
    public DualVariable cos() {
        return tape.unary(this, value.cos(), value.sin().negate());
    }

    /** Returns {@code y = tanh u}; partial 1 - y^2. */
    public DualVariable tanh() {
        Dual tanh = value.tanh();
        return tape.unary(this, tanh, tanh.times(tanh).negate().plus(1));
    }

    /** Returns {@code s = 1 / (1 + e^-u)}; partial s (1 - s). */
    public DualVariable sigmoid() {
        Dual sigmoid = value.sigmoid();
        return tape.unary(this, sigmoid, sigmoid.times(sigmoid.negate().plus(1)));
    }

    /** Returns {@code max(u, 0)}; partial 1 where u > 0, otherwise 0. */
    public DualVariable relu() {
        return tape.unary(this, value.relu(), Dual.constant(value.value() > 0 ? 1 : 0));
    }

    @Override
    public String toString() {
        return "v" + index + " = " + value;
    }
}
