package quartet.scratch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final boolean[] POSITIVE = {false, false, true, true};
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};

    @Test
    void curvesMatchHandCalculation() {
        RocCurve roc = RocCurve.of(POSITIVE, SCORES);
        assertThat(roc.points())
                .containsExactly(
                        new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
                        new RocCurve.Point(0.8, 0, 0.5),
                        new RocCurve.Point(0.4, 0.5, 0.5),
                        new RocCurve.Point(0.35, 0.5, 1),
                        new RocCurve.Point(0.1, 1, 1));
        assertThat(roc.area()).isEqualTo(0.75);
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(POSITIVE, SCORES);
        assertThat(curve.points())
                .containsExactly(
                        new PrecisionRecallCurve.Point(0.8, 1, 0.5),
                        new PrecisionRecallCurve.Point(0.4, 0.5, 0.5),
                        new PrecisionRecallCurve.Point(0.35, 2.0 / 3, 1),
                        new PrecisionRecallCurve.Point(0.1, 0.5, 1));
        assertThat(curve.averagePrecision()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-15));
    }

    @Test
    void rowsOfEqualScoreShareOnePoint() {
        double[] equal = {3, 3, 3, 3};
        assertThat(RocCurve.of(POSITIVE, equal).points()).hasSize(2);
        assertThat(RocCurve.of(POSITIVE, equal).area()).isEqualTo(0.5);
        assertThat(PrecisionRecallCurve.of(POSITIVE, equal).averagePrecision()).isEqualTo(0.5);
        // One tie between a positive and a negative: the pairs count 1, 1, 1 and 1/2.
        assertThat(RocCurve.of(POSITIVE, new double[] {0.1, 0.4, 0.4, 0.8}).area())
                .isEqualTo(0.875);
        // 0.0 and -0.0 are the same score.
        assertThat(RocCurve.of(new boolean[] {true, false}, new double[] {0.0, -0.0})
                        .area())
                .isEqualTo(0.5);
    }

    @Property(tries = 300)
    void areaEqualsMannWhitneyStatistic(
            @ForAll @Size(min = 2, max = 60) byte[] draws, @ForAll @Size(60) boolean[] coins) {
        boolean[] positive = Arrays.copyOf(coins, draws.length);
        // Few distinct scores cause many ties.
        double[] scores =
                IntStream.range(0, draws.length).mapToDouble(i -> draws[i] % 7).toArray();
        double[] ofPositives = select(scores, positive, true);
        double[] ofNegatives = select(scores, positive, false);
        Assume.that(ofPositives.length > 0 && ofNegatives.length > 0);
        double area = RocCurve.of(positive, scores).area();
        // Hipparchus returns the smaller of U and n m - U.
        double u = new MannWhitneyUTest().mannWhitneyU(ofPositives, ofNegatives);
        assertThat(Math.min(area, 1 - area) * ofPositives.length * ofNegatives.length)
                .isCloseTo(u, within(1e-9));
        double wins = 0;
        for (double p : ofPositives) {
            for (double n : ofNegatives) {
                wins += p > n ? 1 : p == n ? 0.5 : 0;
            }
        }
        assertThat(area * ofPositives.length * ofNegatives.length).isCloseTo(wins, within(1e-9));
    }

    @Property(tries = 200)
    void onlyTheOrderMatters(@ForAll @Size(min = 2, max = 40) byte[] draws, @ForAll @Size(40) boolean[] coins) {
        boolean[] positive = Arrays.copyOf(coins, draws.length);
        positive[0] = true;
        positive[1] = false;
        double[] scores =
                IntStream.range(0, draws.length).mapToDouble(i -> draws[i]).toArray();
        double[] stretched = Arrays.stream(scores).map(s -> Math.exp(s / 50)).toArray();
        double[] reversed = Arrays.stream(scores).map(s -> -s).toArray();
        double area = RocCurve.of(positive, scores).area();
        assertThat(RocCurve.of(positive, stretched).area()).isEqualTo(area);
        assertThat(RocCurve.of(positive, reversed).area()).isCloseTo(1 - area, within(1e-12));
        double precision = PrecisionRecallCurve.of(positive, scores).averagePrecision();
        assertThat(PrecisionRecallCurve.of(positive, stretched).averagePrecision())
                .isEqualTo(precision);
        assertThat(precision).isGreaterThan(0).isLessThanOrEqualTo(1 + 1e-12);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(POSITIVE, new double[] {1, 2, Double.NaN, 3}))
                .withMessage("RocCurve: expected scores, but was NaN at position 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new boolean[2], new double[2]))
                .withMessage("RocCurve: expected at least 1 positive rows, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new boolean[] {true}, new double[1]))
                .withMessage("RocCurve: expected at least 1 negative rows, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrecisionRecallCurve.of(POSITIVE, new double[3]))
                .withMessage("PrecisionRecallCurve: expected 4 scores, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrecisionRecallCurve.of(new boolean[0], new double[0]))
                .withMessage("PrecisionRecallCurve: expected at least 1 rows, but was 0");
    }

    private static double[] select(double[] scores, boolean[] positive, boolean wanted) {
        return IntStream.range(0, scores.length)
                .filter(i -> positive[i] == wanted)
                .mapToDouble(i -> scores[i])
                .toArray();
    }
}
