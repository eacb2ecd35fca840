package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartet.datasets.Texts.LabelledText;

class TextDataTest {
    private static final String HEADER = "source\tlabel\ttext\n";

    private static Texts read(String content) {
        return Texts.tabSeparated("s", content.getBytes(StandardCharsets.UTF_8), 2);
    }

    @Test
    void readsRawLines() {
        Texts texts = read(HEADER + "yelp\t1\tSo \"good\r\nimdb\t0\t\n");
        assertThat(texts.rows())
                .containsExactly(new LabelledText("yelp", 1, "So \"good"), new LabelledText("imdb", 0, ""));
        assertThat(read(HEADER + "yelp\t1\tno line end").rows())
                .containsExactly(new LabelledText("yelp", 1, "no line end"));
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertFails("", "'s', line 1: expected the columns source, label, text separated by tabs, but was ''");
        assertFails("\n\n", "'s', line 1: expected the columns source, label, text separated by tabs, but was ''");
        assertFails(
                "label\ttext\n1\tx\n",
                "'s', line 1: expected the columns source, label, text separated by tabs, but was 'label\ttext'");
        assertFails(HEADER + "a\t1\tx\na\t1\n", "'s', line 3: expected 3 fields separated by tabs, but were 2");
        assertFails(HEADER + "a\t1\tx\n\n", "'s', line 3: expected 3 fields separated by tabs, but were 1");
        assertFails(HEADER + "a\t1\tx\ty\n", "'s', line 2: expected 3 fields separated by tabs, but were 4");
        assertFails(HEADER + "a\t2\tx\n", "'s', line 2: expected a label of 0 to 1, but was '2'");
        assertFails(HEADER + "a\t\tx\n", "'s', line 2: expected a label of 0 to 1, but was ''");
    }

    @Test
    void bytesThatAreNotUtf8AreAnErrorWithTheirLine() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes((HEADER + "a\t1\tx\na\t0\tcaf").getBytes(StandardCharsets.UTF_8));
        int position = content.size();
        content.write(0xe9);
        content.write('\n');
        assertThatThrownBy(() -> Texts.tabSeparated("s", content.toByteArray(), 2))
                .isInstanceOf(DatasetException.class)
                .hasMessage("'s' is not UTF-8: byte " + position + ", line 3");
    }

    @Test
    void theVocabularyComesFromTheTrainingTextsAlone() {
        Texts train = new Texts(List.of(new LabelledText("", 0, "bad bad"), new LabelledText("", 1, "good good good")));
        Texts test = new Texts(List.of(new LabelledText("", 1, "good great great"), new LabelledText("", 0, "")));
        PreparedData data = TextData.prepare("mine", train, test, List.of("negative", "positive"));
        assertThat(data.vocabulary()).isEqualTo(4);
        int[] ids = data.test().features().asTokens().ids();
        assertThat(Arrays.copyOf(ids, 4)).containsExactly(2, Vocabulary.UNKNOWN, Vocabulary.UNKNOWN, 0);
        // The empty text is all padding.
        assertThat(Arrays.stream(ids, TextData.LENGTH, 2 * TextData.LENGTH)).containsOnly(Vocabulary.PADDING);
    }

    @Test
    void sentencesAreSplitEvenlyByLabelAndSource() {
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

    @Test
    void strataAreThePairsOfLabelAndSource() {
        Texts texts = new Texts(List.of(
                new LabelledText("a", 0, "w"),
                new LabelledText("b", 0, "x"),
                new LabelledText("a", 1, "y"),
                new LabelledText("a", 0, "z")));
        assertThat(texts.strata()).containsExactly(0, 1, 2, 0);
    }

    private static void assertFails(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(DatasetException.class)
                .hasMessage(message);
    }
}
