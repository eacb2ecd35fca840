package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.datasets.format.Texts;
import quartet.datasets.format.Texts.LabelledText;

class TextDataTest {
    @Test
    void theVocabularyComesFromTheTrainingTextsOnly() {
        Texts train = new Texts(List.of(new LabelledText("", 0, "bad bad"), new LabelledText("", 1, "good good good")));
        Texts test = new Texts(List.of(new LabelledText("", 1, "good great great"), new LabelledText("", 0, "")));
        PreparedData data = TextData.prepare("mine", train, test, List.of("negative", "positive"))
                .data();
        assertThat(data.vocabulary()).isEqualTo(4);
        int[] ids = data.test().features().asTokens().ids();
        assertThat(Arrays.copyOf(ids, 4)).containsExactly(2, Vocabulary.UNKNOWN, Vocabulary.UNKNOWN, 0);
        // An empty text consists of padding.
        assertThat(Arrays.stream(ids, TextData.LENGTH, 2 * TextData.LENGTH)).containsOnly(Vocabulary.PADDING);
    }

    @Test
    void sentencesAreStratifiedByLabelAndSource() {
        PreparedData data = Datasets.load("sentiment-labelled-sentences", 42);
        assertThat(data.train().rows()).isEqualTo(2_400);
        assertThat(data.test().rows()).isEqualTo(600);
        assertThat(Arrays.stream(data.test().targets().asClasses().labels()).sum())
                .isEqualTo(300);
        assertThat(data.classes()).containsExactly("negative", "positive");
        int largest =
                Arrays.stream(data.train().features().asTokens().ids()).max().orElseThrow();
        assertThat(largest).isEqualTo(data.vocabulary() - 1);
    }
}
