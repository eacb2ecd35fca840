package quartet.harness.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import quartet.contract.Tensor;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;
import quartet.harness.outcome.Outcome.Mistake;
import quartet.harness.outcome.Outcome.Pair;

class OutcomeTest {
    private static PreparedData texts(int... labels) {
        Examples rows = new Examples(
                new Features.Tokens(labels.length, 1, new int[labels.length]), new Targets.Classes(labels, 2));
        List<String> texts = Arrays.stream(labels)
                .mapToObj(label -> "text of class " + label)
                .toList();
        return new PreparedData(
                "texts", Kind.TEXTS, rows, rows, List.of("bad", "good"), TargetScale.IDENTITY, 5, texts);
    }

    /** Logits of two classes of which the given one is larger. */
    private static Tensor logits(int... predicted) {
        float[] logits = new float[2 * predicted.length];
        for (int row = 0; row < predicted.length; row++) {
            logits[2 * row + predicted[row]] = 1;
        }
        return Tensor.of(logits, predicted.length, 2);
    }

    @Test
    void confusionIsCountedByActualThenByPredictedClass() {
        Outcome outcome = Outcome.of(texts(0, 0, 0, 1, 1), logits(0, 1, 1, 1, 0));
        assertThat(outcome.confusion()).containsExactly(List.of(1, 2), List.of(1, 1));
        assertThat(outcome.wrongRows()).isEqualTo(3);
        assertThat(outcome.mistakes())
                .containsExactlyInAnyOrder(new Mistake(1, 0, 1), new Mistake(2, 0, 1), new Mistake(4, 1, 0));
        assertThat(outcome.pairs()).isEmpty();
    }

    @Test
    void mistakesAreLimitedAndSayWhatIsKnownOfTheOtherRows() {
        PreparedData data = texts(new int[500]);
        int[] all = new int[500];
        Arrays.fill(all, 1);
        int[] one = new int[500];
        int last = TestSet.order(500)[499];
        one[last] = 1;
        Outcome wrong = Outcome.of(data, logits(all));
        Outcome right = Outcome.of(data, logits(one));
        assertThat(wrong.wrongRows()).isEqualTo(500);
        assertThat(wrong.mistakes()).hasSize(Outcome.MISTAKES);
        assertThat(right.mistakes()).containsExactly(new Mistake(last, 0, 1));

        TestSet set = TestSet.of("nlp", data, List.of(wrong, right));
        assertThat(set.rows()).hasSize(Outcome.MISTAKES + 1);
        TestSet.Row first = set.rows().get(0);
        assertThat(first.text()).isEqualTo("text of class 0");
        assertThat(first.png()).isNull();
        assertThat(set.predicted(first, wrong)).hasValue(1);
        assertThat(set.predicted(first, right)).hasValue(0);
        TestSet.Row beyond = set.rows().get(Outcome.MISTAKES);
        assertThat(beyond.row()).isEqualTo(last);
        assertThat(set.predicted(beyond, wrong)).isEmpty();
        assertThat(set.predicted(beyond, right)).hasValue(1);
    }

    @Test
    void residualsAndPairsAreInTheUnitOfTheTarget() {
        // In the target's unit: actual 10, 12, 14; predicted 11, 12, 11.
        Examples rows = new Examples(
                new Features.Values(new int[] {3, 1}, new float[3]), new Targets.Values(new float[] {0, 1, 2}));
        PreparedData data =
                new PreparedData("values", Kind.TABLE_VALUES, rows, rows, List.of(), new TargetScale(10, 2), 0);
        Outcome outcome = Outcome.of(data, Tensor.of(new float[] {0.5f, 1, 0.5f}, 3, 1));
        assertThat(outcome.pairs()).containsExactly(new Pair(0, 10, 11), new Pair(1, 12, 12), new Pair(2, 14, 11));
        Residuals residuals = Objects.requireNonNull(outcome.residuals());
        assertThat(residuals.min()).isEqualTo(-3, within(1e-12));
        assertThat(residuals.median()).isEqualTo(0, within(1e-12));
        assertThat(residuals.max()).isEqualTo(1, within(1e-12));
        assertThat(outcome.confusion()).isEmpty();
    }

    @Test
    void picturesShowTheRangeOfEachChannel() throws IOException {
        // Two images of 1 x 2 pixels and three channels: red -1..1, green 0..4, blue constant.
        float[] pixels = {-1, 1, 0, 2, 7, 7, 0, 0, 4, 1, 7, 7};
        Pictures pictures = new Pictures(new Features.Values(new int[] {2, 3, 1, 2}, pixels));
        assertThat(rgb(pictures.png(0))).containsExactly(0x000000, 0xFF8000);
        assertThat(rgb(pictures.png(1))).containsExactly(0x80FF00, 0x804000);
        Pictures grey = new Pictures(new Features.Values(new int[] {1, 1, 1, 2}, new float[] {-3, 5}));
        assertThat(rgb(grey.png(0))).containsExactly(0x000000, 0xFFFFFF);
    }

    private static int[] rgb(String png) throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).map(pixel -> pixel & 0xFFFFFF).toArray();
    }
}
