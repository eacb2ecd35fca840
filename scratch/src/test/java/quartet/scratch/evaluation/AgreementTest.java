package quartet.scratch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quartet.scratch.GoldenValues;
import quartet.scratch.argument.NonConvergenceException;

/** Compares correlation, kappa, areas and temperature with scikit-learn and SciPy. */
class AgreementTest {

    private static final int[] LABELS = GoldenValues.integers("evaluation.labels");
    private static final double[][] LOGITS = GoldenValues.rows("evaluation.logits", 3);

    @Test
    void correlationAndKappaMatchScikitLearn() {
        ConfusionMatrix matrix = ConfusionMatrix.of(LABELS, GoldenValues.integers("evaluation.predictions"), 3);
        assertThat(matrix.matthewsCorrelation()).isCloseTo(GoldenValues.of("evaluation.mcc")[0], within(1e-14));
        assertThat(matrix.cohensKappa()).isCloseTo(GoldenValues.of("evaluation.kappa")[0], within(1e-14));
    }

    @Test
    void aConstantPredictionHasNoCorrelation() {
        ConfusionMatrix constant = ConfusionMatrix.of(new int[] {0, 0, 1}, new int[] {0, 0, 0}, 2);
        assertThat(constant.matthewsCorrelation()).isZero();
        assertThat(constant.cohensKappa()).isZero();
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[3], new int[3], 2).cohensKappa())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected two classes");
    }

    @Test
    void multiclassAreasMatchScikitLearn() {
        double[][] probabilities = new TemperatureScaling(1).probabilities(LOGITS);
        assertThat(MulticlassAuc.oneAgainstRest(LABELS, probabilities))
                .isCloseTo(GoldenValues.of("evaluation.auc.rest")[0], within(1e-14));
        assertThat(MulticlassAuc.oneAgainstOne(LABELS, probabilities))
                .isCloseTo(GoldenValues.of("evaluation.auc.one")[0], within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassAuc.oneAgainstOne(new int[16], probabilities))
                .withMessage("MulticlassAuc.oneAgainstOne: expected rows of every class, but class 1 has none");
    }

    @Test
    void theTemperatureIsTheMinimumOfSciPy() {
        TemperatureScaling scaling = TemperatureScaling.fit(LABELS, LOGITS);
        assertThat(scaling.temperature()).isCloseTo(GoldenValues.of("evaluation.temperature")[0], within(1e-7));
    }

    /** Scaled logits have the scaled temperature, and the same probabilities. */
    @Test
    void theTemperatureUndoesAScale() {
        double[][] extreme = Arrays.stream(LOGITS)
                .map(row -> Arrays.stream(row).map(z -> 1000 * z).toArray())
                .toArray(double[][]::new);
        TemperatureScaling plain = TemperatureScaling.fit(LABELS, LOGITS);
        TemperatureScaling scaled = TemperatureScaling.fit(LABELS, extreme);
        assertThat(scaled.temperature()).isCloseTo(1000 * plain.temperature(), within(1e-8));
        assertThat(scaled.probabilities(extreme[3])).containsExactly(plain.probabilities(LOGITS[3]), within(1e-12));
    }

    @Test
    void withoutErrorsThereIsNoBestTemperature() {
        assertThatThrownBy(() -> TemperatureScaling.fit(new int[] {0, 1}, new double[][] {{2, 1}, {0, 3}}))
                .isInstanceOf(NonConvergenceException.class)
                .hasMessageContaining("use rows with both correct and wrong predictions");
    }
}
