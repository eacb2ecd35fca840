package quartet.scratch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClassificationScoresTest {
    private static final double EXACT = 1e-15;

    private static final int[] LABELS = {0, 0, 0, 1, 1, 2};
    private static final int[] PREDICTED = {0, 0, 1, 1, 2, 2};

    @Test
    void confusionMatrixMatchesHandCalculation() {
        ConfusionMatrix confusion = ConfusionMatrix.of(LABELS, PREDICTED, 3);
        assertThat(confusion).hasToString("[[2, 1, 0], [0, 1, 1], [0, 0, 1]]");
        assertThat(confusion.count(1, 2)).isEqualTo(1);
        assertThat(confusion.count(2, 1)).isZero();
        assertThat(confusion.accuracy()).isEqualTo(4.0 / 6);
        assertClose(confusion.ofClass(0), 1, 2.0 / 3, 0.8);
        assertClose(confusion.ofClass(1), 0.5, 0.5, 0.5);
        assertClose(confusion.ofClass(2), 0.5, 1, 2.0 / 3);
        assertClose(confusion.macro(), 2.0 / 3, 13.0 / 18, 59.0 / 90);
        assertClose(confusion.micro(), 4.0 / 6, 4.0 / 6, 4.0 / 6);
    }

    @Test
    void macroSkipsAbsentClasses() {
        ConfusionMatrix confusion = ConfusionMatrix.of(LABELS, PREDICTED, 5);
        assertClose(confusion.ofClass(4), 0, 0, 0);
        assertClose(confusion.macro(), 2.0 / 3, 13.0 / 18, 59.0 / 90);
        // A class that is predicted but never correct is not skipped.
        assertClose(ConfusionMatrix.of(new int[] {0, 0}, new int[] {0, 1}, 2).macro(), 0.5, 0.25, 1.0 / 3);
    }

    @Property(tries = 200)
    void microScoresEqualAccuracy(
            @ForAll @Size(min = 1, max = 40) int[] draws, @ForAll @IntRange(min = 1, max = 6) int classes) {
        int[] labels = Arrays.stream(draws).map(d -> Math.floorMod(d, classes)).toArray();
        int[] predicted =
                Arrays.stream(draws).map(d -> Math.floorMod(d >> 8, classes)).toArray();
        ConfusionMatrix confusion = ConfusionMatrix.of(labels, predicted, classes);
        double accuracy = confusion.accuracy();
        assertClose(confusion.micro(), accuracy, accuracy, accuracy);
        // Recall weighted by class frequency equals the accuracy.
        double weighted = 0;
        for (int label : labels) {
            weighted += confusion.ofClass(label).recall() / labels.length;
        }
        assertThat(weighted).isCloseTo(accuracy, within(1e-12));
    }

    @Test
    void logLossAndBrierScoreMatchHandCalculation() {
        int[] labels = {1, 0, 0, 1};
        double[][] rows = {{0.1, 0.9}, {0.9, 0.1}, {0.8, 0.2}, {0.35, 0.65}};
        double expected = -Math.log(0.9 * 0.9 * 0.8 * 0.65) / 4;
        assertThat(ProbabilityScores.logLoss(labels, rows)).isCloseTo(expected, within(EXACT));
        boolean[] positive = {true, false, false, true};
        double[] probabilities = {0.9, 0.1, 0.2, 0.65};
        assertThat(ProbabilityScores.logLoss(positive, probabilities)).isCloseTo(expected, within(EXACT));
        // (0.01 + 0.01 + 0.04 + 0.1225) / 4
        assertThat(ProbabilityScores.brierScore(positive, probabilities)).isCloseTo(0.045625, within(EXACT));
    }

    @Test
    void logLossIsClipped() {
        double most = 52 * Math.log(2);
        assertThat(ProbabilityScores.logLoss(new int[] {1}, new double[][] {{1, 0}}))
                .isCloseTo(most, within(1e-12));
        assertThat(ProbabilityScores.logLoss(new boolean[] {false}, new double[] {1}))
                .isCloseTo(most, within(1e-12));
        assertThat(ProbabilityScores.logLoss(new boolean[] {false, true}, new double[] {0, 1}))
                .isCloseTo(0, within(1e-15));
    }

    @Property(tries = 200)
    void baseRateIsBestConstantProbability(
            @ForAll @IntRange(min = 1, max = 19) int positives, @ForAll @IntRange(min = 0, max = 100) int percent) {
        boolean[] positive = new boolean[20];
        Arrays.fill(positive, 0, positives, true);
        double[] truth = constant(20, positives / 20.0);
        double[] other = constant(20, percent / 100.0);
        assertThat(ProbabilityScores.logLoss(positive, truth))
                .isLessThanOrEqualTo(ProbabilityScores.logLoss(positive, other) + EXACT);
        assertThat(ProbabilityScores.brierScore(positive, truth))
                .isLessThanOrEqualTo(ProbabilityScores.brierScore(positive, other) + EXACT);
    }

    @Test
    void calibrationMatchesHandCalculation() {
        Calibration calibration = Calibration.of(
                new boolean[] {false, true, true, true, false}, new double[] {0.1, 0.3, 0.5, 0.9, 1.0}, 4);
        assertThat(calibration.bins())
                .extracting(Calibration.Bin::lower, Calibration.Bin::upper, Calibration.Bin::rows)
                .containsExactly(tuple(0.0, 0.25, 1), tuple(0.25, 0.5, 1), tuple(0.5, 0.75, 1), tuple(0.75, 1.0, 2));
        Calibration.Bin last = calibration.bins().get(3);
        assertThat(last.meanProbability()).isEqualTo(0.95);
        assertThat(last.observedShare()).isEqualTo(0.5);
        // (|0 - 0.1| + |1 - 0.3| + |1 - 0.5| + 2 |0.5 - 0.95|) / 5
        assertThat(calibration.expectedCalibrationError()).isCloseTo(0.44, within(EXACT));
    }

    /** 0.29 * 100 rounds to 28.999999999999996, but 0.29 is the lower edge of bin 29. */
    @Test
    void calibrationBinsEncloseTheirRows() {
        for (int i = 0; i < 100; i++) {
            double p = i / 100.0;
            Calibration.Bin bin = Calibration.of(new boolean[] {true}, new double[] {p}, 100)
                    .bins()
                    .get(0);
            assertThat(bin.lower()).isEqualTo(p);
            double below = Math.nextDown(p);
            if (below >= 0) {
                assertThat(Calibration.of(new boolean[] {true}, new double[] {below}, 100)
                                .bins()
                                .get(0)
                                .upper())
                        .isEqualTo(p);
            }
        }
    }

    @Test
    void multiClassCalibrationUsesLargestProbability() {
        double[][] rows = {{0.7, 0.2, 0.1}, {0.1, 0.1, 0.8}, {0.4, 0.4, 0.2}};
        Calibration calibration = Calibration.ofConfidence(new int[] {0, 1, 0}, rows, 1);
        assertThat(calibration.bins().get(0).meanProbability()).isCloseTo(1.9 / 3, within(EXACT));
        assertThat(calibration.bins().get(0).observedShare()).isEqualTo(2.0 / 3);
    }

    @Test
    void eventsDrawnFromPredictionsAreCalibrated() {
        Random random = new Random(3);
        double[] probabilities = random.doubles(20_000).toArray();
        boolean[] positive = new boolean[probabilities.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = random.nextDouble() < probabilities[i];
        }
        double[] overconfident =
                Arrays.stream(probabilities).map(p -> p < 0.5 ? 0.02 : 0.98).toArray();
        // The sampling error of a proportion of 2,000 draws is about 0.01.
        assertThat(Calibration.of(positive, probabilities, 10).expectedCalibrationError())
                .isLessThan(0.015);
        assertThat(Calibration.of(positive, overconfident, 10).expectedCalibrationError())
                .isCloseTo(0.23, within(0.015));
    }

    @Test
    void rejectsInvalidArguments() {
        assertMessage(
                "ConfusionMatrix: expected 2 predictions, but was 1",
                () -> ConfusionMatrix.of(new int[2], new int[1], 2));
        assertMessage(
                "ConfusionMatrix: expected at least 1 rows, but was 0",
                () -> ConfusionMatrix.of(new int[0], new int[0], 2));
        assertMessage(
                "ConfusionMatrix: expected labels in [0, 2), but was 2 at position 1",
                () -> ConfusionMatrix.of(new int[] {0, 1}, new int[] {1, 2}, 2));
        assertMessage(
                "logLoss: expected probabilities in [0, 1], but was NaN at position 0",
                () -> ProbabilityScores.logLoss(new boolean[1], new double[] {Double.NaN}));
        assertMessage(
                "logLoss: expected probabilities with sum 1, but their sum was 0.75 in row 0",
                () -> ProbabilityScores.logLoss(new int[1], new double[][] {{0.5, 0.25}}));
        assertMessage(
                "logLoss: expected 2 probabilities in every row, but was 1 in row 1",
                () -> ProbabilityScores.logLoss(new int[2], new double[][] {{0.5, 0.5}, {1}}));
        assertMessage(
                "logLoss: expected labels in [0, 1), but was 1 at position 0",
                () -> ProbabilityScores.logLoss(new int[] {1}, new double[][] {{1}}));
        assertMessage(
                "brierScore: expected 1 probabilities, but was 2",
                () -> ProbabilityScores.brierScore(new boolean[1], new double[2]));
        assertMessage(
                "Calibration: expected at least 1 bins, but was 0",
                () -> Calibration.of(new boolean[1], new double[1], 0));
    }

    private static void assertMessage(String message, Runnable call) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }

    private static void assertClose(PrecisionRecall scores, double precision, double recall, double f1) {
        assertThat(scores.precision()).isCloseTo(precision, within(EXACT));
        assertThat(scores.recall()).isCloseTo(recall, within(EXACT));
        assertThat(scores.f1()).isCloseTo(f1, within(EXACT));
    }

    private static double[] constant(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
