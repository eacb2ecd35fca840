package quartet.harness.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quartet.contract.Tensor;
import quartet.contract.experiment.Scores;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;

class TableBaselinesTest {
    private static PreparedData table(Kind kind, Examples train, Examples test) {
        return new PreparedData("made up", kind, train, test, List.of(), TargetScale.IDENTITY, 0);
    }

    private static Features column(float... numbers) {
        return new Features.Values(new int[] {numbers.length, 1}, numbers);
    }

    /**
     * One feature of mean 0: b = sum x (y - 2) / (sum x^2 + 1) = 13 / 11 and f(x) = 2 + b x. Six rows cannot be split
     * into leaves of five, so every tree predicts the mean of its sample, and the forest nearly the mean 2.
     */
    @Test
    void numbersByHand() {
        Targets y = new Targets.Values(new float[] {-1, 1, 1, 3, 4, 4});
        Examples train = new Examples(column(-2, -1, 0, 0, 1, 2), y);
        Examples test = new Examples(column(0, 11), new Targets.Values(new float[] {0, 0}));
        Map<String, Tensor> predictions = TableBaselines.predictions(table(Kind.TABLE_VALUES, train, test), 1);
        assertThat(predictions).containsOnlyKeys("linear regression", "random forest");
        Tensor linear = Objects.requireNonNull(predictions.get("linear regression"));
        assertThat(linear.shape()).containsExactly(2, 1);
        assertThat(linear.data()[0]).isCloseTo(2f, within(1e-6f));
        assertThat(linear.data()[1]).isCloseTo(15f, within(1e-5f));
        Tensor forest = Objects.requireNonNull(predictions.get("random forest"));
        assertThat(forest.data()[0]).isEqualTo(forest.data()[1]).isCloseTo(2f, within(0.5f));
    }

    /** Class 1 has no training row: it is never predicted, and the other classes keep their places. */
    @Test
    void aClassWithoutTrainingRows() {
        Examples train =
                new Examples(column(-3, -2, -1, 1, 2, 3), new Targets.Classes(new int[] {0, 0, 0, 2, 2, 2}, 3));
        Examples test = new Examples(column(-2, 0.9f, 2), new Targets.Classes(new int[] {0, 1, 2}, 3));
        PreparedData data = table(Kind.TABLE_CLASSES, train, test);
        Map<String, Tensor> predictions = TableBaselines.predictions(data, 1);
        assertThat(predictions).containsOnlyKeys("logistic regression", "random forest");
        predictions.values().forEach(logits -> {
            assertThat(Scores.argmax(logits)).containsExactly(0, 2, 2);
            assertThat(Scores.of(data, logits)).containsEntry("accuracy", 2 / 3.0);
        });
        Examples one = new Examples(column(1, 2), new Targets.Classes(new int[] {2, 2}, 3));
        assertThat(TableBaselines.predictions(table(Kind.TABLE_CLASSES, one, test), 1))
                .isEmpty();
    }

    /** Of 50,000 rows with 10,000 classes, 2000 are sampled; the class follows from the sign of the feature. */
    @Test
    void learnsFromASampleOfManyNumbers() {
        Random random = new Random(3);
        float[] x = new float[50_000];
        int[] labels = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
            labels[i] = x[i] > 0 ? 9999 : 7;
        }
        Examples train = new Examples(column(x), new Targets.Classes(labels, 10_000));
        Examples test = new Examples(column(-1, 1), new Targets.Classes(new int[] {7, 9999}, 10_000));
        Map<String, Tensor> predictions = TableBaselines.predictions(table(Kind.TABLE_CLASSES, train, test), 1);
        assertThat(predictions).containsOnlyKeys("logistic regression of 2,000 rows", "random forest of 2,000 rows");
        predictions.values().forEach(logits -> assertThat(Scores.argmax(logits)).containsExactly(7, 9999));
    }

    @Test
    void refusesImagesAndWideTables() {
        Examples images = new Examples(column(1, 2), new Targets.Classes(new int[] {0, 1}, 2));
        PreparedData data = table(Kind.IMAGES, images, images);
        assertThat(TableBaselines.accept(data)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableBaselines.predictions(data, 1))
                .withMessage("TableBaselines: expected a table of at most 1000 features, but was made up");
        Features wide = new Features.Values(new int[] {1, 1001}, new float[1001]);
        Examples rows = new Examples(wide, new Targets.Values(new float[1]));
        assertThat(TableBaselines.accept(table(Kind.TABLE_VALUES, rows, rows))).isFalse();
    }
}
