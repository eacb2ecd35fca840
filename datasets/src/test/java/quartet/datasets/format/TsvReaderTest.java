package quartet.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import quartet.datasets.format.Texts.LabelledText;

class TsvReaderTest {
    private static final String HEADER = "source\tlabel\ttext\n";

    private static Texts read(String content) throws MalformedDataException {
        return TsvReader.read("s", content.getBytes(StandardCharsets.UTF_8), 2);
    }

    @Test
    void readsRawLines() throws MalformedDataException {
        Texts texts = read(HEADER + "yelp\t1\tSo \"good\r\nimdb\t0\t\n");
        assertThat(texts.rows())
                .containsExactly(new LabelledText("yelp", 1, "So \"good"), new LabelledText("imdb", 0, ""));
        assertThat(read(HEADER + "yelp\t1\tno line end").rows())
                .containsExactly(new LabelledText("yelp", 1, "no line end"));
    }

    @Test
    void namesTheMalformedLine() {
        assertFails("", "'s', line 1: expected the columns source, label, text separated by tabs, but was ''");
        assertFails("\n\n", "'s', line 1: expected the columns source, label, text separated by tabs, but was ''");
        assertFails(
                "label\ttext\n1\tx\n",
                "'s', line 1: expected the columns source, label, text separated by tabs, but was 'label\ttext'");
        assertFails(HEADER + "a\t1\tx\na\t1\n", "'s', line 3: expected 3 fields separated by tabs, but found 2");
        assertFails(HEADER + "a\t1\tx\n\n", "'s', line 3: expected 3 fields separated by tabs, but found 1");
        assertFails(HEADER + "a\t1\tx\ty\n", "'s', line 2: expected 3 fields separated by tabs, but found 4");
        assertFails(HEADER + "a\t2\tx\n", "'s', line 2: expected a label from 0 to 1, but was '2'");
        assertFails(HEADER + "a\t\tx\n", "'s', line 2: expected a label from 0 to 1, but was ''");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes((HEADER + "a\t1\tx\na\t0\tcaf").getBytes(StandardCharsets.UTF_8));
        int position = content.size();
        content.write(0xe9);
        content.write('\n');
        assertThatThrownBy(() -> TsvReader.read("s", content.toByteArray(), 2))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("'s' is not UTF-8: byte " + position + ", line 3");
    }

    private static void assertFails(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(message);
    }
}
