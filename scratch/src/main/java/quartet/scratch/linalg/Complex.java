package quartet.scratch.linalg;

/**
 * A complex number in rectangular form. Eigenvalues of a real matrix may be complex.
 * <pre>{@code real + imaginary i,   i^2 = -1}</pre>
 *
 * @param real the real part
 * @param imaginary the imaginary part
 */
public record Complex(double real, double imaginary) {

    /** The number zero. */
    public static final Complex ZERO = new Complex(0, 0);

    /** The number one. */
    public static final Complex ONE = new Complex(1, 0);

    /** Returns the sum. */
    public Complex plus(Complex other) {
        return new Complex(real + other.real, imaginary + other.imaginary);
    }

    /** Returns the difference. */
    public Complex minus(Complex other) {
        return new Complex(real - other.real, imaginary - other.imaginary);
    }

    /** Returns the product {@code (a + b i) (c + d i) = (a c - b d) + (a d + b c) i}. */
    public Complex times(Complex other) {
        return new Complex(
                real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real);
    }

    /** Returns the product with a real number. */
    public Complex scale(double factor) {
        return new Complex(factor * real, factor * imaginary);
    }

    /**
     * Returns the quotient, computed by Smith's method, which avoids overflow in intermediate results. Division by zero
     * yields NaN parts.
     *
     * <p>Source: R. L. Smith (1962), Algorithm 116: Complex division, Communications of the ACM 5.
     */
    public Complex dividedBy(Complex other) {
        if (Math.abs(other.real) >= Math.abs(other.imaginary)) {
            double ratio = other.imaginary / other.real;
            double denominator = other.real + other.imaginary * ratio;
            return new Complex((real + imaginary * ratio) / denominator, (imaginary - real * ratio) / denominator);
        }
        double ratio = other.real / other.imaginary;
        double denominator = other.real * ratio + other.imaginary;
        return new Complex((real * ratio + imaginary) / denominator, (imaginary * ratio - real) / denominator);
    }

    /** Returns the conjugate {@code a - b i}. */
    public Complex conjugate() {
        return new Complex(real, -imaginary);
    }

    /** Returns the absolute value {@code sqrt(a^2 + b^2)}. */
    public double modulus() {
        return Math.hypot(real, imaginary);
    }
}
