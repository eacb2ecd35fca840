package quartet.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.harness.Division;
import quartet.harness.Status;
import quartet.harness.results.Ratio;
import quartet.harness.results.Summary;

class RoundsTest {
    private static List<String> engines(int n) {
        return List.of("A", "B", "C", "D", "E").subList(0, n);
    }

    @Test
    void rotatesAndReverses() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8))
                .extracting(round -> String.join("", Rounds.order(engines(4), round)))
                .containsExactly("ABCD", "DCBA", "BCDA", "ADCB", "CDAB", "BADC", "DABC", "CBAD");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void everyEngineIsAtEveryPositionTwice(int n) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> successors = new HashMap<>();
        for (int round = 1; round <= 2 * n; round++) {
            List<String> order = Rounds.order(engines(n), round);
            for (int position = 0; position < n; position++) {
                counts.merge(order.get(position) + position, 1, Integer::sum);
                if (position > 0) {
                    successors.merge(order.get(position - 1) + order.get(position), 1, Integer::sum);
                }
            }
        }
        assertThat(counts).hasSize(n * n);
        assertThat(counts.values()).allMatch(count -> count == 2);
        successors.forEach((pair, count) -> assertThat(successors)
                .containsEntry(new StringBuilder(pair).reverse().toString(), count));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void everyPairOfRoundsCancelsALinearDrift(int n) {
        for (int round = 1; round <= 2 * n; round += 2) {
            List<String> first = Rounds.order(engines(n), round);
            List<String> second = Rounds.order(engines(n), round + 1);
            assertThat(engines(n)).allMatch(engine -> first.indexOf(engine) + second.indexOf(engine) == n - 1);
        }
    }

    private static Summary summary(double low, double high) {
        return new Summary(
                "classification",
                "iris",
                "other",
                Division.STRICT,
                Status.OK,
                "",
                5,
                Map.of(),
                1.0,
                1.0,
                1.0,
                1.0,
                1.0,
                1.0,
                1L,
                "ok",
                1.0,
                low,
                high,
                "tie",
                null,
                new Ratio(null, null, null, null),
                null,
                List.of(),
                null,
                null,
                null,
                new Ratio(null, null, null, null),
                List.of(),
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void roundsEndWhenEveryIntervalIsNarrow() {
        assertThat(Rounds.narrow(List.of(summary(0.96, 1.04), summary(0.99, 1.01))))
                .isTrue();
        assertThat(Rounds.narrow(List.of(summary(0.9, 1.1), summary(0.99, 1.01))))
                .isFalse();
    }
}
