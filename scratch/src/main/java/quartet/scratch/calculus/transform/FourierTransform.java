package quartet.scratch.calculus.transform;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * The discrete Fourier transform of any length in O(n log n).
 * <pre>{@code
 * forward   X_k = sum_j x_j w^(j k),   w = e^(-2 pi i / n)
 * inverse   x_j = 1/n sum_k X_k w^(-j k)
 * n = 2^m   (Cooley, Tukey)  X_k = E_k + w^k O_k,   X_{k + n/2} = E_k - w^k O_k,   E, O the transforms of even and odd j
 * other n   (Bluestein)      j k = (j^2 + k^2 - (k - j)^2) / 2, so X_k = c_k sum_j (x_j c_j) conj(c_{k - j}),
 *                            c_k = e^(-pi i k^2 / n): a convolution, computed with transforms of length 2^m >= 2 n - 1
 * }</pre>
 * The factors are computed from the sine of each angle, not by recurrence, so the error grows only as log n.
 * Source: Cooley, Tukey (1965); Bluestein (1970); Van Loan, Computational Frameworks for the Fast Fourier Transform
 * (1992), chapters 1 and 4.
 */
public final class FourierTransform {

    private static final int LONGEST = 1 << 28;

    private FourierTransform() {}

    /**
     * Returns the transform of a real signal. Coefficient k belongs to k oscillations over the length of the signal.
     *
     * @param signal x [n], at least one number
     * @throws IllegalArgumentException if the signal is empty, longer than 2^28 or not finite
     */
    public static Spectrum forward(double... signal) {
        return transform(signal, new double[signal.length], -1);
    }

    /**
     * Returns the transform of a complex signal.
     *
     * @throws IllegalArgumentException if the signal is longer than 2^28
     */
    public static Spectrum forward(Spectrum signal) {
        return transform(signal.real(), signal.imaginary(), -1);
    }

    /**
     * Returns the signal with the given coefficients.
     *
     * @throws IllegalArgumentException if there are more than 2^28 coefficients
     */
    public static Spectrum inverse(Spectrum coefficients) {
        Spectrum sum = transform(coefficients.real(), coefficients.imaginary(), 1);
        int n = sum.size();
        return new Spectrum(scaled(sum.real(), 1.0 / n), scaled(sum.imaginary(), 1.0 / n));
    }

    /**
     * Returns the convolution {@code c_k = sum_j a_j b_{k-j}} [m + n - 1], the coefficients of a product of polynomials.
     *
     * @param a [m]
     * @param b [n]
     * @throws IllegalArgumentException if a sequence is empty or not finite
     */
    public static double[] convolution(double[] a, double[] b) {
        RequireArray.point("FourierTransform.convolution: a", a);
        RequireArray.point("FourierTransform.convolution: b", b);
        int n = a.length + b.length - 1;
        int size = powerOfTwo(n);
        // a as real and b as imaginary part: the imaginary part of the square is 2 a * b.
        double[] re = Arrays.copyOf(a, size);
        double[] im = Arrays.copyOf(b, size);
        radix2(re, im, -1);
        for (int k = 0; k < size; k++) {
            double square = re[k] * re[k] - im[k] * im[k];
            im[k] = 2 * re[k] * im[k];
            re[k] = square;
        }
        radix2(re, im, 1);
        return scaled(Arrays.copyOf(im, n), 0.5 / size);
    }

    private static Spectrum transform(double[] real, double[] imaginary, int sign) {
        int n = real.length;
        RequireArray.point("FourierTransform: signal", real);
        Require.that(n <= LONGEST, "FourierTransform: expected at most 2^28 numbers, but was %d", n);
        double[] re = real.clone();
        double[] im = imaginary.clone();
        if (Integer.bitCount(n) == 1) {
            radix2(re, im, sign);
        } else {
            bluestein(re, im, sign);
        }
        return new Spectrum(re, im);
    }

    private static void radix2(double[] re, double[] im, int sign) {
        int n = re.length;
        reverseBits(re, im);
        double[] cosine = new double[n / 2];
        double[] sine = new double[n / 2];
        for (int k = 0; k < n / 2; k++) {
            cosine[k] = Math.cos(2 * Math.PI * k / n);
            sine[k] = sign * Math.sin(2 * Math.PI * k / n);
        }
        for (int half = 1; half < n; half *= 2) {
            int stride = n / (2 * half);
            for (int start = 0; start < n; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int even = start + k;
                    int odd = even + half;
                    double c = cosine[k * stride];
                    double s = sine[k * stride];
                    double oddRe = c * re[odd] - s * im[odd];
                    double oddIm = c * im[odd] + s * re[odd];
                    re[odd] = re[even] - oddRe;
                    im[odd] = im[even] - oddIm;
                    re[even] += oddRe;
                    im[even] += oddIm;
                }
            }
        }
    }

    /** Sorts the numbers so that the even-numbered ones come first, recursively: by the reversed bits of their index. */
    private static void reverseBits(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(re.length) + 1;
        for (int i = 0; i < re.length; i++) {
            int j = re.length == 1 ? 0 : Integer.reverse(i) >>> shift;
            if (i < j) {
                double value = re[i];
                re[i] = re[j];
                re[j] = value;
                value = im[i];
                im[i] = im[j];
                im[j] = value;
            }
        }
    }

    private static void bluestein(double[] re, double[] im, int sign) {
        int n = re.length;
        int size = powerOfTwo(2 * n - 1);
        double[] cosine = new double[n];
        double[] sine = new double[n];
        double[] aRe = new double[size];
        double[] aIm = new double[size];
        double[] bRe = new double[size];
        double[] bIm = new double[size];
        for (int k = 0; k < n; k++) {
            // k^2 modulo 2 n gives the same angle, and is small enough to be exact.
            double angle = Math.PI * ((long) k * k % (2L * n)) / n;
            cosine[k] = Math.cos(angle);
            sine[k] = sign * Math.sin(angle);
            aRe[k] = re[k] * cosine[k] - im[k] * sine[k];
            aIm[k] = re[k] * sine[k] + im[k] * cosine[k];
            bRe[k] = cosine[k];
            bIm[k] = -sine[k];
            bRe[(size - k) % size] = cosine[k];
            bIm[(size - k) % size] = -sine[k];
        }
        radix2(aRe, aIm, -1);
        radix2(bRe, bIm, -1);
        for (int k = 0; k < size; k++) {
            double product = aRe[k] * bRe[k] - aIm[k] * bIm[k];
            aIm[k] = aRe[k] * bIm[k] + aIm[k] * bRe[k];
            aRe[k] = product;
        }
        radix2(aRe, aIm, 1);
        for (int k = 0; k < n; k++) {
            re[k] = (aRe[k] * cosine[k] - aIm[k] * sine[k]) / size;
            im[k] = (aRe[k] * sine[k] + aIm[k] * cosine[k]) / size;
        }
    }

    private static int powerOfTwo(int n) {
        return n == 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
