package quartet.scratch.model.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.scratch.GoldenValues;
import quartet.scratch.model.Iris;

/** Compares nearest neighbours and k-means on the iris flowers with scikit-learn. */
class NeighboursTest {

    private static final double[][] QUERIES = queries();

    private static double[][] queries() {
        double[][] queries = Iris.every(7, Iris.STANDARDIZED);
        for (int i = 0; i < queries.length; i++) {
            queries[i] = queries[i].clone();
            for (int j = 0; j < 4; j++) {
                queries[i][j] += 0.0123 * (j + 1);
            }
        }
        return queries;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void neighboursMatchScikitLearn(int k) {
        NeighbourClassifier classifier = NeighbourClassifier.fit(Iris.STANDARDIZED, Iris.LABELS, k);
        double[][] probabilities =
                Arrays.stream(QUERIES).map(classifier::probabilities).toArray(double[][]::new);
        assertThat(Iris.flat(probabilities))
                .containsExactly(GoldenValues.of("neighbours.probabilities." + k), within(1e-15));
        assertThat(NeighbourRegressor.fit(Iris.STANDARDIZED, Iris.PETAL_WIDTH, k)
                        .predict(QUERIES))
                .containsExactly(GoldenValues.of("neighbours.values." + k), within(1e-13));
    }

    @Test
    void equalDistancesKeepTheOrderOfRows() {
        NearestNeighbours search = new NearestNeighbours(new double[][] {{1}, {-1}, {3}, {1}});
        assertThat(search.of(new double[] {0}, 3)).containsExactly(0, 1, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.of(new double[] {0}, 5))
                .withMessage("NearestNeighbours: expected k in [1, 4], but was 5");
    }

    @Test
    void kMeansMatchesScikitLearn() {
        double[][] start = {Iris.STANDARDIZED[0], Iris.STANDARDIZED[60], Iris.STANDARDIZED[120]};
        KMeans model = KMeans.fit(Iris.STANDARDIZED, start);
        assertThat(Iris.flat(model.centres())).containsExactly(GoldenValues.of("kmeans.centres"), within(1e-12));
        assertThat(model.inertia()).isCloseTo(GoldenValues.of("kmeans.inertia")[0], within(1e-10));
        assertThat(KMeans.fit(Iris.STANDARDIZED, 3, 50, new Random(1)).inertia())
                .isCloseTo(GoldenValues.of("kmeans.best")[0], within(1e-10));
    }

    @Test
    void kMeansNeedsDistinctRows() {
        double[][] twins = {{1, 2}, {1, 2}, {3, 4}};
        assertThat(KMeans.fit(twins, 2, 1, new Random(1)).inertia()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeans.fit(twins, 3, 1, new Random(1)))
                .withMessage("KMeans: expected at least 3 different rows, but was 2");
    }
}
