package quartet.scratch.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quartet.scratch.GoldenValues;

/** Checks adjusted p-values by hand and against SciPy. */
class MultipleComparisonTest {

    private static final double[] P = {0.01, 0.04, 0.03, 0.005, 0.5, 0.04};

    /** Sorted: 0.005, 0.01, 0.03, 0.04, 0.04, 0.5 times 6, 5, 4, 3, 2, 1, and then the largest so far. */
    @Test
    void holmMatchesHandCalculation() {
        assertThat(MultipleComparison.holm(P))
                .containsExactly(new double[] {0.05, 0.12, 0.12, 0.03, 0.5, 0.12}, within(1e-15));
        assertThat(MultipleComparison.bonferroni(P))
                .containsExactly(new double[] {0.06, 0.24, 0.18, 0.03, 1, 0.24}, within(1e-15));
    }

    @Test
    void benjaminiHochbergMatchesSciPy() {
        assertThat(MultipleComparison.benjaminiHochberg(P))
                .containsExactly(GoldenValues.of("statistics.fdr"), within(1e-15));
    }

    @Test
    void invalidPValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultipleComparison.holm(0.5, 1.5))
                .withMessage("MultipleComparison.holm: expected probabilities in [0, 1], but was 1.5 at position 1");
        assertThatIllegalArgumentException().isThrownBy(MultipleComparison::holm);
    }
}
