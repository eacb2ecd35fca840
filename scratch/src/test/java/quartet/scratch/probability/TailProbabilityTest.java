package quartet.scratch.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import quartet.scratch.probability.continuous.Beta;
import quartet.scratch.probability.continuous.FisherF;
import quartet.scratch.probability.continuous.StudentT;

/** Tails of the t, F and beta distributions for parameters from 1e-3 to 1e15, down to the smallest probabilities. */
class TailProbabilityTest {

    @ParameterizedTest
    @CsvFileSource(resources = "tail-probabilities.csv")
    void agreesWithMpmath(String function, double first, double second, double third, String fourth) {
        boolean oneParameter = fourth == null;
        double expected = oneParameter ? third : Double.parseDouble(fourth);
        DoubleUnaryOperator tail =
                switch (function) {
                    case "StudentT.survival" -> new StudentT(first)::survival;
                    case "FisherF.survival" -> new FisherF(first, second)::survival;
                    case "FisherF.cumulative" -> new FisherF(first, second)::cumulative;
                    case "Beta.survival" -> new Beta(first, second)::survival;
                    case "Beta.cumulative" -> new Beta(first, second)::cumulative;
                    default -> throw new IllegalArgumentException(function);
                };
        double actual = tail.applyAsDouble(oneParameter ? second : third);
        assertThat(actual / expected).isCloseTo(1, within(1e-12));
    }

    /** The quantile inverts the cumulative function, whose value at the next double differs by more than rounding. */
    @Test
    void quantilesOfExtremeParameters() {
        Beta beta = new Beta(0.01, 100);
        assertThat(beta.cumulative(beta.quantile(0.9))).isCloseTo(0.9, within(1e-13));
        StudentT student = new StudentT(1e6);
        assertThat(student.survival(student.survivalQuantile(0.025))).isCloseTo(0.025, within(1e-14));
        assertThat(new StudentT(1e15).survivalQuantile(0.025)).isCloseTo(1.959963984540054, within(1e-13));
    }

    @Test
    void infiniteArguments() {
        assertThat(new StudentT(3).survival(Double.POSITIVE_INFINITY)).isZero();
        assertThat(new StudentT(3).cumulative(Double.POSITIVE_INFINITY)).isOne();
        assertThat(new FisherF(2, 3).survival(Double.POSITIVE_INFINITY)).isZero();
        assertThat(new FisherF(2, 3).cumulative(Double.POSITIVE_INFINITY)).isOne();
    }
}
