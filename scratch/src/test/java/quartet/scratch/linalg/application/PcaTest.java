package quartet.scratch.linalg.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static quartet.scratch.linalg.TestMatrices.assertClose;
import static quartet.scratch.linalg.TestMatrices.assertOrthonormalColumns;
import static quartet.scratch.linalg.TestMatrices.ofHipparchus;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.stat.correlation.Covariance;
import org.hipparchus.stat.projection.PCA;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.TestMatrices;
import quartet.scratch.linalg.Vector;

class PcaTest {

    @Test
    void matchesHandCalculation() {
        // Points on a cross along the diagonals: variances 8/3 along (1, 1), 2/3 along (1, -1), about the mean (5, 1).
        double r = Math.sqrt(2);
        Matrix x = Matrix.of(
                new double[] {5 + r, 1 + r},
                new double[] {5 - r, 1 - r},
                new double[] {5 + r / 2, 1 - r / 2},
                new double[] {5 - r / 2, 1 + r / 2});
        Pca pca = Pca.fit(x, 2);
        assertClose(pca.mean(), Vector.of(5, 1), 1e-15);
        assertClose(pca.explainedVariance(), Vector.of(8 / 3.0, 2 / 3.0), 1e-14);
        assertClose(pca.explainedVarianceRatio(), Vector.of(0.8, 0.2), 1e-14);
        double h = Math.sqrt(0.5);
        assertClose(pca.components().row(0), Vector.of(h, h), 1e-14);
        assertClose(pca.transform(x.block(0, 2, 0, 2)).column(0), Vector.of(2, -2), 1e-14);
        assertClose(Pca.fit(x, 1).explainedVarianceRatio(), Vector.of(0.8), 1e-14);
    }

    /** With 46,341 rows, the number of entries of a square matrix of that size overflows an int. */
    @ParameterizedTest
    @CsvSource({"20000, 2", "46341, 3", "60000, 20"})
    void tallDataNeedNoSquareMatrix(int rows, int features) {
        Matrix x = TestMatrices.random(rows, features, 1);
        double[] variances = new PCA(features).fit(x.toRows()).getVariance();
        assertClose(Pca.fit(x, features).explainedVariance(), Vector.of(variances), 1e-12);
    }

    @Test
    void rejectsInvalidArguments() {
        Matrix x = TestMatrices.random(5, 3, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pca.fit(x, 4))
                .withMessage("PCA: expected a number of components in [1, 3] for 5x3 data, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pca.fit(x.block(0, 1, 0, 3), 1))
                .withMessage("PCA: expected at least 2 rows, but was 1x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pca.fit(Matrix.zeros(3, 0), 1))
                .withMessage("PCA: expected a number of components in [1, 0] for 3x0 data, but was 1");
        // The mean of three copies of 0.1 is not exactly 0.1.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pca.fit(Matrix.zeros(3, 2).plusRow(Vector.of(0.1, 0.1)), 1))
                .withMessage("PCA: expected rows that differ, but all 3 are equal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pca.fit(x.scale(Double.NaN), 1))
                .withMessage("PCA: expected finite entries, but entry (0, 0) is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pca.fit(x, 2).transform(Matrix.zeros(1, 2)))
                .withMessage("PCA.transform: expected a matrix with 3 columns, but was 1x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pca.fit(x, 2).inverseTransform(Matrix.zeros(1, 3)))
                .withMessage("PCA.inverseTransform: expected a matrix with 2 columns, but was 1x3");
    }

    @Property(tries = 100)
    void agreesWithHipparchus(
            @ForAll @IntRange(min = 2, max = 12) int features,
            @ForAll @IntRange(min = 1, max = 20) int more,
            @ForAll long seed) {
        Matrix x = TestMatrices.random(features + more, features, seed);
        Pca pca = Pca.fit(x, features);
        PCA oracle = new PCA(features);
        Matrix scores = Matrix.of(oracle.fitAndTransform(x.toRows()));
        assertClose(pca.explainedVariance(), Vector.of(oracle.getVariance()), 1e-11);
        // The signs are arbitrary. The tolerance is loose because the gaps between variances can be small.
        assertClose(pca.transform(x).map(Math::abs), scores.map(Math::abs), 1e-6);
    }

    @Property(tries = 200)
    void componentsAreOrthonormalAndScoresUncorrelated(
            @ForAll @IntRange(min = 2, max = 12) int n,
            @ForAll @IntRange(min = 1, max = 12) int features,
            @ForAll long seed) {
        Matrix x = TestMatrices.random(n, features, seed).plusRow(TestMatrices.randomVector(features, seed + 1));
        int limit = Math.min(n, features);
        Pca pca = Pca.fit(x, limit);
        assertOrthonormalColumns(pca.components().transpose());
        assertThat(pca.explainedVarianceRatio().sum()).isCloseTo(1, within(1e-13));
        Matrix scores = pca.transform(x);
        assertClose(pca.inverseTransform(scores), x, 1e-13);
        // The scores are uncorrelated, and their variances are the explained variances.
        Matrix covariance = limit == 1
                ? Matrix.of(new double[] {pca.explainedVariance().get(0)})
                : ofHipparchus(new Covariance(scores.toRows()).getCovarianceMatrix());
        assertClose(covariance, Matrix.diagonal(pca.explainedVariance()), 1e-13);
        // With fewer components, the mean squared error is the variance of the omitted components.
        Pca one = Pca.fit(x, 1);
        double error = Norms.frobenius(x.minus(one.inverseTransform(one.transform(x))));
        double dropped = (n - 1)
                * (pca.explainedVariance().sum() - one.explainedVariance().get(0));
        assertThat(error * error).isCloseTo(dropped, within(1e-12 * Norms.frobenius(x) * Norms.frobenius(x)));
    }
}
