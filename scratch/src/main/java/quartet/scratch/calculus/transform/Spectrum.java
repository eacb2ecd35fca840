package quartet.scratch.calculus.transform;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * A sequence of complex numbers: the coefficients of a Fourier transform, or a complex signal.
 *
 * <p>Instances are immutable.
 */
public final class Spectrum {

    private final double[] real;
    private final double[] imaginary;

    /**
     * Creates a sequence.
     *
     * @param real the real parts [n], at least one
     * @param imaginary the imaginary parts [n]
     * @throws IllegalArgumentException if the lengths differ, there is no number or one is not finite
     */
    public Spectrum(double[] real, double[] imaginary) {
        this.real = RequireArray.point("Spectrum: real parts", real).clone();
        this.imaginary =
                RequireArray.point("Spectrum: imaginary parts", imaginary).clone();
        Require.that(
                real.length == imaginary.length,
                "Spectrum: expected %d imaginary parts, but was %d",
                real.length,
                imaginary.length);
    }

    /** Returns the number of complex numbers n. */
    public int size() {
        return real.length;
    }

    /** Returns a copy of the real parts [n]. */
    public double[] real() {
        return real.clone();
    }

    /** Returns a copy of the imaginary parts [n]. */
    public double[] imaginary() {
        return imaginary.clone();
    }

    /** Returns the absolute values [n]. */
    public double[] magnitudes() {
        double[] magnitudes = new double[real.length];
        Arrays.setAll(magnitudes, k -> Math.hypot(real[k], imaginary[k]));
        return magnitudes;
    }
}
