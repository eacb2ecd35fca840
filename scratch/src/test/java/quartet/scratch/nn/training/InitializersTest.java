package quartet.scratch.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.sequence.Embedding;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.Tensor;

/** Moments of samples, within five standard errors; the numbers of connections are worked out by hand. */
class InitializersTest {
    private static final int[] DENSE = {200, 300};
    private static final int[] CONVOLUTION = {40, 30, 5, 7};

    private static double[] moments(Initializer initializer, int... shape) {
        Tensor weight = DoubleTensor.zeros(shape);
        initializer.fill(weight, new Random(11));
        double mean = 0;
        double square = 0;
        double largest = 0;
        for (int i = 0; i < weight.size(); i++) {
            mean += weight.get(i) / weight.size();
            square += weight.get(i) * weight.get(i) / weight.size();
            largest = Math.max(largest, Math.abs(weight.get(i)));
        }
        return new double[] {mean, square - mean * mean, largest};
    }

    private static void assertUniform(Initializer initializer, double limit, int... shape) {
        double[] moments = moments(initializer, shape);
        double variance = limit * limit / 3;
        assertThat(moments[0]).isCloseTo(0, within(5 * Math.sqrt(variance / 42_000)));
        assertThat(moments[1]).isCloseTo(variance, within(0.03 * variance));
        assertThat(moments[2]).isBetween(0.99 * limit, limit);
    }

    private static void assertNormal(Initializer initializer, double mean, double variance, int... shape) {
        double[] moments = moments(initializer, shape);
        assertThat(moments[0]).isCloseTo(mean, within(5 * Math.sqrt(variance / 42_000)));
        assertThat(moments[1]).isCloseTo(variance, within(0.035 * variance));
        assertThat(moments[2]).isGreaterThan(3 * Math.sqrt(variance));
    }

    @Test
    void distributionsHaveTheVarianceOfTheirSource() {
        assertUniform(Initializers.uniform(-0.5, 0.5), 0.5, DENSE);
        assertNormal(Initializers.normal(2, 0.1), 2, 0.01, DENSE);
        assertUniform(Initializers.glorotUniform(), Math.sqrt(6.0 / 500), DENSE);
        assertNormal(Initializers.glorotNormal(), 0, 2.0 / 500, DENSE);
        assertUniform(Initializers.heUniform(), Math.sqrt(6.0 / 200), DENSE);
        assertNormal(Initializers.heNormal(), 0, 2.0 / 200, DENSE);
        // 30 channels times 35 taps in, 40 times 35 out.
        assertUniform(Initializers.glorotUniform(), Math.sqrt(6.0 / (1050 + 1400)), CONVOLUTION);
        assertNormal(Initializers.heNormal(), 0, 2.0 / 1050, CONVOLUTION);
    }

    /** A table of 4,200 rows of 10: the variance depends on the 10 only. */
    @Test
    void theVocabularyIsNoFanInOfAnEmbedding() {
        for (Initializer initializer : List.of(Initializers.heNormal(), Initializers.heUniform())) {
            assertThat(varianceOfTable(initializer)).isCloseTo(0.2, within(0.007));
        }
        for (Initializer initializer : List.of(Initializers.glorotNormal(), Initializers.glorotUniform())) {
            assertThat(varianceOfTable(initializer)).isCloseTo(0.1, within(0.0035));
        }
        assertThat(varianceOfTable(Initializers.uniform(-3, 3))).isCloseTo(3, within(0.1));
    }

    private static double varianceOfTable(Initializer initializer) {
        Layer embedding = new Embedding("e", 4200, 10);
        initializer.initialize(embedding.parameters(), new Random(11));
        Tensor table = embedding.parameters().get(0).value();
        double square = 0;
        for (int i = 0; i < table.size(); i++) {
            square += table.get(i) * table.get(i) / table.size();
        }
        return square;
    }

    @Test
    void orthogonalWeightsAre() {
        for (int[] shape : new int[][] {{5, 5}, {3, 8}, {8, 3}, {1, 1}, {4, 2, 3, 1}}) {
            Tensor weight = DoubleTensor.zeros(shape);
            Initializers.orthogonal().fill(weight, new Random(5));
            int rows = shape[0];
            int columns = weight.size() / rows;
            int count = Math.min(rows, columns);
            int length = Math.max(rows, columns);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    double dot = 0;
                    for (int k = 0; k < length; k++) {
                        int left = rows > columns ? k * columns + i : i * columns + k;
                        int right = rows > columns ? k * columns + j : j * columns + k;
                        dot += weight.get(left) * weight.get(right);
                    }
                    assertThat(dot).isCloseTo(i == j ? 1 : 0, within(1e-14));
                }
            }
        }
    }

    @Test
    void onlyWeightsAreInitializedAndAlwaysAlike() {
        List<Parameter> first = new Dense("d", 3, 2).parameters();
        List<Parameter> second = new Dense("d", 3, 2).parameters();
        Initializers.heNormal().initialize(first, new Random(3));
        Initializers.heNormal().initialize(second, new Random(3));
        for (int i = 0; i < 6; i++) {
            assertThat(first.get(0).value().get(i))
                    .isNotZero()
                    .isEqualTo(second.get(0).value().get(i));
        }
        assertThat(first.get(1).value().get(0)).isZero();
        Initializers.zeros().initialize(first, new Random(3));
        assertThat(first.get(0).value().get(0)).isZero();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Initializers.heNormal().fill(DoubleTensor.zeros(3), new Random(1)))
                .hasMessage("Initializers: expected a weight [in, out] or [out, in, height, width], but was [3]");
        assertThatThrownBy(() -> Initializers.uniform(1, 1))
                .hasMessage("uniform: expected low < high, but was 1.0 and 1.0");
        assertThatThrownBy(() -> Initializers.normal(0, -1)).hasMessage("normal: expected deviation > 0, but was -1.0");
        assertThatThrownBy(() -> Initializers.orthogonal().fill(DoubleTensor.zeros(3), new Random(1)))
                .hasMessage("orthogonal: expected a weight of rank 2 or more, but was [3]");
    }
}
