package quartet.scratch.linalg.application;

import quartet.scratch.argument.Require;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.RequireMatrix;
import quartet.scratch.linalg.decomposition.Lu;

/**
 * The exponential of a square matrix, by scaling and squaring with a Padé approximation.
 * <pre>{@code
 * e^A = I + A + A^2 / 2! + A^3 / 3! + ...;   y(t) = e^(A t) y(0) solves y' = A y
 * e^A = (e^(A / 2^s))^(2^s),   s the smallest integer >= 0 with ||A||_1 / 2^s <= 5.37
 * e^B ~ (V - U)^-1 (V + U),   U = B (b13 B^12 + b11 B^10 + ... + b1 I),   V = b12 B^12 + b10 B^10 + ... + b0 I
 * }</pre>
 * The approximation of degree 13 is exact to double precision for {@code ||B||_1 <= 5.37}.
 *
 * <p>Source: Higham, "The Scaling and Squaring Method for the Matrix Exponential Revisited" (2005), algorithm 2.3 with
 * degree 13 throughout; Golub and Van Loan, section 9.3.1.
 */
public final class MatrixExponential {

    private static final double LARGEST_NORM = 5.371920351148152;

    /** Coefficients b0, ..., b13 of the Padé approximation. */
    private static final double[] B = {
        64764752532480000.0,
        32382376266240000.0,
        7771770303897600.0,
        1187353796428800.0,
        129060195264000.0,
        10559470521600.0,
        670442572800.0,
        33522128640.0,
        1323241920.0,
        40840800.0,
        960960.0,
        16380.0,
        182.0,
        1.0
    };

    private MatrixExponential() {}

    /**
     * Returns {@code e^A}. Shapes: A [n, n], result [n, n].
     *
     * @throws IllegalArgumentException if A is not square or not finite, or an entry of the result exceeds the range of
     *     doubles
     */
    public static Matrix of(Matrix a) {
        RequireMatrix.square("MatrixExponential", a);
        RequireMatrix.finite("MatrixExponential", a);
        double norm = Norms.one(a);
        int squarings = norm <= LARGEST_NORM ? 0 : 1 + Math.getExponent(norm / LARGEST_NORM);
        Require.that(
                squarings < Double.MAX_EXPONENT, "MatrixExponential: expected a 1-norm below 1e308, but was %s", norm);
        Matrix power = pade(a.scale(Math.scalb(1.0, -squarings)));
        for (int i = 0; i < squarings; i++) {
            power = power.times(power);
        }
        RequireMatrix.finite("MatrixExponential, result", power);
        return power;
    }

    private static Matrix pade(Matrix b) {
        Matrix identity = Matrix.identity(b.rows());
        Matrix b2 = b.times(b);
        Matrix b4 = b2.times(b2);
        Matrix b6 = b2.times(b4);
        Matrix upperOdd = sum(b6.scale(B[13]), b4.scale(B[11]), b2.scale(B[9]));
        Matrix lowerOdd = sum(b6.scale(B[7]), b4.scale(B[5]), b2.scale(B[3]), identity.scale(B[1]));
        Matrix u = b.times(b6.times(upperOdd).plus(lowerOdd));
        Matrix upperEven = sum(b6.scale(B[12]), b4.scale(B[10]), b2.scale(B[8]));
        Matrix lowerEven = sum(b6.scale(B[6]), b4.scale(B[4]), b2.scale(B[2]), identity.scale(B[0]));
        Matrix v = b6.times(upperEven).plus(lowerEven);
        return Lu.of(v.minus(u)).solve(v.plus(u));
    }

    private static Matrix sum(Matrix first, Matrix... others) {
        Matrix sum = first;
        for (Matrix other : others) {
            sum = sum.plus(other);
        }
        return sum;
    }
}
