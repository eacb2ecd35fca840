package quartet.scratch.linalg.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Vector;

/**
 * Two of the Statistical Reference Datasets of NIST, on which many a regression program fails: six nearly collinear
 * columns, and a polynomial of degree ten whose matrix has a condition number of 1.8e15. The certified values were
 * computed there with 500 digits.
 */
class NistRegressionTest {

    @Test
    void longley() {
        Matrix data = read("longley.csv");
        Matrix x = Matrix.generate(data.rows(), 7, (i, j) -> j == 0 ? 1 : data.get(i, j));
        assertDigits(
                12,
                LinearSystems.leastSquares(x, data.column(0)),
                -3482258.63459582,
                15.0618722713733,
                -0.358191792925910E-01,
                -2.02022980381683,
                -1.03322686717359,
                -0.511041056535807E-01,
                1829.15146461355);
    }

    @Test
    void filip() {
        Matrix data = read("filip.csv");
        double[][] powers = new double[data.rows()][11];
        for (int i = 0; i < powers.length; i++) {
            powers[i][0] = 1;
            for (int j = 1; j < 11; j++) {
                powers[i][j] = powers[i][j - 1] * data.get(i, 1);
            }
        }
        assertDigits(
                7,
                LinearSystems.leastSquares(Matrix.of(powers), data.column(0)),
                -1467.48961422980,
                -2772.17959193342,
                -2316.37108160893,
                -1127.97394098372,
                -354.478233703349,
                -75.1242017393757,
                -10.8753180355343,
                -1.06221498588947,
                -0.670191154593408E-01,
                -0.246781078275479E-02,
                -0.402962525080404E-04);
    }

    private static void assertDigits(int digits, Vector coefficients, double... certified) {
        assertThat(coefficients.size()).isEqualTo(certified.length);
        for (int j = 0; j < certified.length; j++) {
            double logRelativeError = -Math.log10(Math.abs(coefficients.get(j) / certified[j] - 1));
            assertThat(logRelativeError).as("correct digits of B%d", j).isGreaterThan(digits);
        }
    }

    private static Matrix read(String name) {
        try (InputStream in = Objects.requireNonNull(NistRegressionTest.class.getResourceAsStream("/nist/" + name))) {
            return Matrix.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
