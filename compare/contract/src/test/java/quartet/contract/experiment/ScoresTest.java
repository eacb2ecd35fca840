package quartet.contract.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartet.contract.Tensor;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;

class ScoresTest {
    @Test
    void accuracyAndMacroF1ByHand() {
        Targets labels = new Targets.Classes(new int[] {0, 0, 1, 2}, 4);
        Tensor logits = Tensor.of(new float[] {9, 0, 0, 0, /**/ 0, 9, 0, 0, /**/ 0, 9, 0, 0, /**/ 9, 0, 0, 0}, 4, 4);
        Map<String, Double> scores = Scores.of(labels, TargetScale.IDENTITY, logits);
        assertThat(scores.get("accuracy")).isEqualTo(0.5);
        // F1: class 0 2*1/(2+2), class 1 2*1/(1+2), class 2 0; class 3 is neither present nor predicted.
        assertThat(scores.get("macroF1")).isCloseTo((0.5 + 2.0 / 3 + 0) / 3, within(1e-12));
    }

    @Test
    void aLargeClassDoesNotDominateBalancedAccuracyAndAuc() {
        Targets labels = new Targets.Classes(new int[] {0, 0, 0, 0, 1, 1}, 2);
        // Differences of the logits, which order the rows: 0, -1, 1, 2 for class 0; 1, 3 for class 1.
        Tensor logits = Tensor.of(new float[] {0, 0, /**/ 1, 0, /**/ 0, 1, /**/ 0, 2, /**/ 0, 1, /**/ 0, 3}, 6, 2);
        Map<String, Double> scores = Scores.of(labels, TargetScale.IDENTITY, logits);
        // Predicted: class 0 in rows 0 and 1, class 1 elsewhere.
        assertThat(scores.get("balancedAccuracy")).isCloseTo((2.0 / 4 + 2.0 / 2) / 2, within(1e-12));
        // Of 8 pairs, 1 beats 0 and -1, ties with 1 and loses to 2; 3 beats all four: 2 + 0.5 + 4.
        assertThat(scores.get("auc")).isCloseTo(6.5 / 8, within(1e-12));
    }

    @Test
    void aucOfThreeClassesIsTheMeanOverTheClasses() {
        Targets labels = new Targets.Classes(new int[] {0, 1, 2, 2}, 4);
        Tensor logits = Tensor.of(new float[] {5, 0, 0, 0, /**/ 0, 5, 0, 0, /**/ 0, 0, 5, 0, /**/ 0, 5, 0, 0}, 4, 4);
        // Class 0 stands alone. Class 1: row 1 beats rows 0 and 2 and ties with row 3, 2.5 of 3 pairs. Class 2: row 2
        // beats
        // both others, row 3 ties with both, 3 of 4 pairs. Class 3 is absent.
        double auc = RankScores.auc(labels.asClasses(), logits);
        assertThat(auc).isCloseTo((1 + 2.5 / 3 + 3.0 / 4) / 3, within(1e-9));
    }

    @Test
    void errorsAreInTheTargetsOwnUnit() {
        TargetScale scale = new TargetScale(10, 2);
        Targets targets = new Targets.Values(new float[] {-1, 1});
        Map<String, Double> scores = Scores.of(targets, scale, Tensor.of(new float[] {0, 1}, 2, 1));
        // Targets 8 and 12, predictions 10 and 12: errors 2 and 0, variance of the targets 4.
        assertThat(scores.get("rmse")).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(scores.get("mae")).isCloseTo(1, within(1e-12));
        assertThat(scores.get("r2")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void everyRowMustBePredicted() {
        Targets labels = new Targets.Classes(new int[] {0, 0, 1}, 2);
        assertThatThrownBy(() -> Scores.of(labels, TargetScale.IDENTITY, Tensor.of(new float[4], 2, 2)))
                .hasMessage("Scores: expected predictions [3, outputs], but was Tensor[2, 2]");
    }
}
