package quartet.scratch.evaluation.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quartet.scratch.evaluation.RegressionScores;
import quartet.scratch.evaluation.resampling.HyperparameterSearch.Goal;
import quartet.scratch.model.Iris;
import quartet.scratch.model.linear.RidgeRegression;

/** Checks splits and the search for hyper-parameters by their definitions. */
class SplitsTest {

    @Property(tries = 50)
    void stratifiedSplitsKeepTheSharesOfTheClasses(@ForAll @IntRange(min = 2, max = 200) int rows, @ForAll long seed) {
        Random random = new Random(seed);
        int[] labels = random.ints(rows, 0, 4).toArray();
        double share = 0.05 + 0.9 * random.nextDouble();
        Fold fold = Splits.stratified(labels, share, random);
        int[] all = IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.test()))
                .sorted()
                .toArray();
        assertThat(all).containsExactly(IntStream.range(0, rows).toArray());
        int size = (int) Math.max(1, Math.min(rows - 1, Math.round(rows * share)));
        assertThat(fold.test()).hasSize(size).isSorted();
        for (int c = 0; c < 4; c++) {
            int label = c;
            long members = Arrays.stream(labels).filter(l -> l == label).count();
            long tested =
                    Arrays.stream(fold.test()).filter(i -> labels[i] == label).count();
            assertThat((double) tested).isCloseTo((double) members * size / rows, within(1.0));
        }
    }

    @Test
    void splitsByTimeTestTheLatestRows() {
        Fold fold = Splits.byTime(new double[] {5, 1, 4, 2, 3, 4}, 0.34);
        assertThat(fold).isEqualTo(new Fold(new int[] {1, 2, 3, 4}, new int[] {0, 5}));
        assertThat(Folds.byTime(7, 3))
                .containsExactly(
                        new Fold(new int[] {0}, new int[] {1, 2}),
                        new Fold(new int[] {0, 1, 2}, new int[] {3, 4}),
                        new Fold(new int[] {0, 1, 2, 3, 4}, new int[] {5, 6}));
    }

    @Test
    void randomSplitsAreReproducible() {
        Fold fold = Splits.random(10, 0.3, new Random(1));
        assertThat(fold.test()).hasSize(3);
        assertThat(Splits.random(10, 0.3, new Random(1))).isEqualTo(fold);
        assertThat(Splits.random(10, 0.001, new Random(1)).test()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.random(10, 1, new Random(1)))
                .withMessage("Splits.random: testShare: expected a number in (0, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.byTime(3, 3))
                .withMessage("Folds.byTime: expected at least 4 rows for 3 folds, but was 3");
    }

    @Test
    void aGridHasAllCombinations() {
        assertThat(new ParameterGrid().points()).containsExactly(Map.of());
        assertThat(new ParameterGrid().with("a", 1, 2).with("b", 3, 4).points())
                .containsExactly(
                        Map.of("a", 1.0, "b", 3.0),
                        Map.of("a", 1.0, "b", 4.0),
                        Map.of("a", 2.0, "b", 3.0),
                        Map.of("a", 2.0, "b", 4.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParameterGrid().with("a", 1).with("a", 2))
                .withMessage("ParameterGrid: expected a new parameter, but a is given twice");
    }

    /** The best candidate is that of a plain loop over all candidates. */
    @Test
    void theSearchFindsTheBestScore() {
        List<Fold> folds = Folds.random(150, 5, new Random(2));
        HyperparameterSearch.Task task = new HyperparameterSearch.Task(
                Iris.LENGTHS, Iris.PETAL_WIDTH, folds, RegressionScores::meanSquaredError, Goal.MINIMIZE);
        List<Double> penalties = List.of(1000.0, 0.3, 10.0, 0.0);
        HyperparameterSearch<Double> search =
                HyperparameterSearch.of(penalties, lambda -> (x, y) -> RidgeRegression.fit(x, y, lambda), task);
        double best = Double.POSITIVE_INFINITY;
        double bestPenalty = Double.NaN;
        for (double lambda : penalties) {
            double score = CrossValidation.of(
                            (x, y) -> RidgeRegression.fit(x, y, lambda),
                            Iris.LENGTHS,
                            Iris.PETAL_WIDTH,
                            folds,
                            RegressionScores::meanSquaredError)
                    .mean();
            bestPenalty = score < best ? lambda : bestPenalty;
            best = Math.min(score, best);
        }
        assertThat(search.best()).isEqualTo(bestPenalty);
        assertThat(search.trials()).hasSize(4);
        assertThat(search.trials().get(0).scores().mean()).isEqualTo(best);
        HyperparameterSearch.Task reversed = new HyperparameterSearch.Task(
                Iris.LENGTHS, Iris.PETAL_WIDTH, folds, RegressionScores::r2, Goal.MAXIMIZE);
        assertThat(HyperparameterSearch.of(penalties, lambda -> (x, y) -> RidgeRegression.fit(x, y, lambda), reversed)
                        .trials())
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(b.scores().mean(), a.scores().mean()));
    }

    @Test
    void randomSearchDrawsItsCandidates() {
        HyperparameterSearch.Task task = new HyperparameterSearch.Task(
                Iris.LENGTHS,
                Iris.PETAL_WIDTH,
                Folds.random(150, 3, new Random(2)),
                RegressionScores::meanSquaredError,
                Goal.MINIMIZE);
        HyperparameterSearch<Double> search = HyperparameterSearch.random(
                random -> Math.pow(10, random.nextDouble(-3, 3)),
                8,
                new Random(4),
                lambda -> (x, y) -> RidgeRegression.fit(x, y, lambda),
                task);
        Random random = new Random(4);
        double[] drawn = IntStream.range(0, 8)
                .mapToDouble(i -> Math.pow(10, random.nextDouble(-3, 3)))
                .toArray();
        assertThat(search.trials().stream()
                        .mapToDouble(trial -> trial.parameters())
                        .toArray())
                .containsExactlyInAnyOrder(drawn);
    }
}
