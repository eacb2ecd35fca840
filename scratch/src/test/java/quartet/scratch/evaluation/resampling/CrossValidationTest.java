package quartet.scratch.evaluation.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import quartet.scratch.evaluation.RegressionScores;
import quartet.scratch.linalg.Matrix;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.decomposition.Qr;

class CrossValidationTest {
    private static final Model MEAN = (x, y) -> {
        double mean = Arrays.stream(y).average().orElseThrow();
        return rows -> IntStream.range(0, rows.length).mapToDouble(i -> mean).toArray();
    };

    @Test
    void matchesHandCalculation() {
        List<Fold> folds = List.of(
                new Fold(new int[] {0, 1}, new int[] {2, 3}),
                new Fold(new int[] {2, 3}, new int[] {0, 1}),
                new Fold(new int[] {0, 3}, new int[] {1, 2}));
        CrossValidation scores = CrossValidation.of(
                MEAN, new double[4][1], new double[] {1, 2, 3, 4}, folds, RegressionScores::meanAbsoluteError);
        assertThat(scores.testScores()).containsExactly(2.0, 2.0, 0.5);
        assertThat(scores.trainScores()).containsExactly(0.5, 0.5, 1.5);
        assertThat(scores.mean()).isEqualTo(1.5);
        assertThat(scores.trainMean()).isCloseTo(2.5 / 3, within(1e-15));
        assertThat(scores.standardDeviation()).isCloseTo(Math.sqrt(0.75), within(1e-15));
    }

    @Test
    void leaveOneOutMatchesClosedForm() {
        // The leave-one-out error is e_i / (1 - h_ii), with the residuals of the full fit and the hat matrix Q Q^T.
        double[][] x = Polynomials.grid(15);
        double[] y = Polynomials.noisySine(x, 0.3, new Random(2));
        double[] fitted = Polynomials.ofDegree(3).fit(x, y).predict(x);
        Matrix q = Qr.of(Polynomials.powers(x, 3)).q();
        double expected = 0;
        for (int i = 0; i < x.length; i++) {
            double leverage = Math.pow(Norms.two(q.row(i)), 2);
            expected += Math.pow((y[i] - fitted[i]) / (1 - leverage), 2) / x.length;
        }
        List<Fold> folds = Folds.random(15, 15, new Random(4));
        CrossValidation scores =
                CrossValidation.of(Polynomials.ofDegree(3), x, y, folds, RegressionScores::meanSquaredError);
        assertThat(scores.mean()).isCloseTo(expected, within(1e-12));
    }

    @Property(tries = 200)
    void eachRowIsTestedOnce(
            @ForAll @IntRange(min = 2, max = 60) int rows,
            @ForAll @IntRange(min = 2, max = 10) int k,
            @ForAll long seed) {
        int parts = Math.min(rows, k);
        assertPartition(Folds.random(rows, parts, new Random(seed)), rows, parts);
    }

    @Property(tries = 200)
    void stratifiedFoldsPreserveClassProportions(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 3, max = 20) Integer> sizes, @ForAll long seed) {
        int[] labels = IntStream.range(0, sizes.size())
                .flatMap(c -> IntStream.generate(() -> c).limit(sizes.get(c)))
                .toArray();
        List<Fold> folds = Folds.stratified(labels, 3, new Random(seed));
        assertPartition(folds, labels.length, 3);
        for (int c = 0; c < sizes.size(); c++) {
            int label = c;
            for (Fold fold : folds) {
                long count = Arrays.stream(fold.test())
                        .filter(row -> labels[row] == label)
                        .count();
                assertThat(count).isBetween((long) sizes.get(c) / 3, (long) (sizes.get(c) + 2) / 3);
            }
        }
    }

    @Test
    void foldsAreDeterministicForASeed() {
        assertThat(Folds.random(20, 4, new Random(1))).isEqualTo(Folds.random(20, 4, new Random(1)));
        assertThat(Folds.random(20, 4, new Random(1))).isNotEqualTo(Folds.random(20, 4, new Random(2)));
    }

    @Test
    void validationCurveFindsBestDegree() {
        double[][] x = Polynomials.grid(30);
        double[] y = Polynomials.noisySine(x, 0.3, new Random(8));
        ScoreCurve curve = ScoreCurve.validation(
                degree -> Polynomials.ofDegree((int) degree),
                new double[] {0, 1, 3, 14},
                x,
                y,
                Folds.random(30, 5, new Random(9)),
                RegressionScores::rootMeanSquaredError);
        double[] test =
                curve.points().stream().mapToDouble(p -> p.scores().mean()).toArray();
        assertThat(test[2]).isLessThan(test[1]).isLessThan(test[3]);
        assertThat(test[1]).isLessThan(test[0]);
        for (int i = 1; i < 4; i++) {
            // Each degree includes the lower ones, so the richer model fits the training rows better.
            for (int fold = 0; fold < 5; fold++) {
                assertThat(curve.points().get(i).scores().trainScores().get(fold))
                        .isLessThan(
                                curve.points().get(i - 1).scores().trainScores().get(fold));
            }
        }
    }

    @Test
    void learningCurvesConverge() {
        double[][] x = Polynomials.grid(400);
        double[] y = Polynomials.noisySine(x, 0.3, new Random(8));
        ScoreCurve curve = ScoreCurve.learning(
                Polynomials.ofDegree(5),
                x,
                y,
                Folds.random(400, 4, new Random(9)),
                new int[] {8, 300},
                RegressionScores::rootMeanSquaredError,
                new Random(10));
        CrossValidation few = curve.points().get(0).scores();
        CrossValidation many = curve.points().get(1).scores();
        assertThat(few.trainMean()).isLessThan(many.trainMean());
        assertThat(few.mean()).isGreaterThan(many.mean());
        // The training and test curves approach the noise level 0.3 from below and above.
        assertThat(many.trainMean()).isCloseTo(0.3, within(0.03));
        assertThat(many.mean()).isCloseTo(0.3, within(0.03));
        assertThat(curve.points().get(1).value()).isEqualTo(300);
    }

    @Test
    void accuracyComparesClasses() {
        assertThat(Score.accuracy(new double[] {0, 1, 2, 2}, new double[] {0, 2, 2, 2}))
                .isEqualTo(0.75);
    }

    @Test
    void rejectsInvalidArguments() {
        double[][] x = {{1}, {2}};
        double[] y = {1, 2};
        List<Fold> folds = Folds.random(2, 2, new Random(1));
        Score score = RegressionScores::meanSquaredError;
        assertMessage("Folds.random: expected at least 2 folds, but was 1", () -> Folds.random(5, 1, new Random(1)));
        assertMessage(
                "Folds.random: expected at least 6 rows for 6 folds, but was 5",
                () -> Folds.random(5, 6, new Random(1)));
        assertMessage(
                "Folds.stratified: expected at least 2 rows of class 1 for 2 folds, but was 1",
                () -> Folds.stratified(new int[] {0, 0, 1}, 2, new Random(1)));
        assertMessage(
                "Folds.stratified: expected labels in [0, 1), but was -1 at position 1",
                () -> Folds.stratified(new int[] {0, -1}, 2, new Random(1)));
        assertMessage(
                "CrossValidation: expected 2 targets, but was 1",
                () -> CrossValidation.of(MEAN, x, new double[1], folds, score));
        assertMessage(
                "CrossValidation: expected finite features, but was NaN at position 0",
                () -> CrossValidation.of(MEAN, new double[][] {{1}, {Double.NaN}}, y, folds, score));
        assertMessage(
                "CrossValidation: expected 1 features in every row, but was 2",
                () -> CrossValidation.of(MEAN, new double[][] {{1}, {1, 2}}, y, folds, score));
        assertMessage(
                "CrossValidation: expected 1 predictions, but was 3",
                () -> CrossValidation.of((a, b) -> rows -> new double[3], x, y, folds, score));
        assertMessage(
                "CrossValidation: expected at least 2 folds, but was 0",
                () -> CrossValidation.of(MEAN, x, y, List.of(), score));
        assertMessage(
                "ScoreCurve.learning: expected at least 5 training rows in every fold, but was 1",
                () -> ScoreCurve.learning(MEAN, x, y, folds, new int[] {5}, score, new Random(1)));
    }

    private static void assertPartition(List<Fold> folds, int rows, int k) {
        int[] all = IntStream.range(0, rows).toArray();
        assertThat(folds).hasSize(k);
        assertThat(folds.stream()
                        .flatMapToInt(fold -> Arrays.stream(fold.test()))
                        .sorted())
                .containsExactlyElementsOf(Arrays.stream(all).boxed().toList());
        for (Fold fold : folds) {
            assertThat(fold.test().length).isBetween(rows / k, (rows + k - 1) / k);
            assertThat(IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.test()))
                            .sorted()
                            .toArray())
                    .isEqualTo(all);
        }
    }

    private static void assertMessage(String message, Runnable call) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }
}
