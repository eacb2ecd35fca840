package quartet.scratch.calculus.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the fast transform with the sum that defines it. */
class FourierTransformTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 97, 128, 360, 1000, 1024})
    void matchesTheDefinition(int n) {
        double[] re = new Random(n).doubles(n, -1, 1).toArray();
        double[] im = new Random(n + 1).doubles(n, -1, 1).toArray();
        Spectrum transformed = FourierTransform.forward(new Spectrum(re, im));
        double[] real = transformed.real();
        double[] imaginary = transformed.imaginary();
        for (int k = 0; k < n; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int j = 0; j < n; j++) {
                double angle = -2 * Math.PI * ((long) j * k % n) / n;
                sumRe += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
                sumIm += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
            }
            assertThat(real[k]).isCloseTo(sumRe, within(1e-14 * n));
            assertThat(imaginary[k]).isCloseTo(sumIm, within(1e-14 * n));
        }
        Spectrum back = FourierTransform.inverse(transformed);
        assertThat(back.real()).containsExactly(re, within(1e-14));
        assertThat(back.imaginary()).containsExactly(im, within(1e-14));
    }

    @Test
    void anOscillationHasOnePairOfCoefficients() {
        int n = 50;
        double[] wave = new double[n];
        for (int j = 0; j < n; j++) {
            wave[j] = 3 * Math.cos(2 * Math.PI * 7 * j / n);
        }
        double[] magnitudes = FourierTransform.forward(wave).magnitudes();
        for (int k = 0; k < n; k++) {
            assertThat(magnitudes[k]).isCloseTo(k == 7 || k == n - 7 ? 1.5 * n : 0, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 333})
    void convolutionMatchesTheDefinition(int m) {
        double[] a = new Random(1).doubles(m, -1, 1).toArray();
        double[] b = new Random(2).doubles(2 * m + 1, -1, 1).toArray();
        double[] expected = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                expected[i + j] += a[i] * b[j];
            }
        }
        assertThat(FourierTransform.convolution(a, b)).containsExactly(expected, within(1e-13 * (m + 1)));
    }

    /** The energy of the signal is that of its coefficients divided by n (Parseval). */
    @Test
    void longSignalsKeepTheirEnergy() {
        int n = 1 << 17;
        double[] signal = new Random(3).doubles(n, -1, 1).toArray();
        double energy = 0;
        for (double x : signal) {
            energy += x * x;
        }
        double coefficients = 0;
        for (double magnitude : FourierTransform.forward(signal).magnitudes()) {
            coefficients += magnitude * magnitude / n;
        }
        assertThat(coefficients).isCloseTo(energy, within(1e-10 * energy));
        assertThatIllegalArgumentException()
                .isThrownBy(FourierTransform::forward)
                .withMessage("FourierTransform: signal: expected at least one coordinate, but was []");
    }
}
