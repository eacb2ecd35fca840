package quartet.datasets.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DigitsReaderTest {
    private static final String ZEROS = "0,".repeat(63);

    private static LabelledImages read(String text) throws MalformedDataException {
        return DigitsReader.read("d", text.getBytes(UTF_8), 10);
    }

    @Test
    void readsPixelsAndLabels() throws MalformedDataException {
        LabelledImages digits = read(ZEROS + "16,3\n" + ZEROS + "1,0\n");
        assertThat(digits.labels()).containsExactly(3, 0);
        Images images = digits.images();
        assertThat(new int[] {images.channels(), images.height(), images.width()})
                .containsExactly(1, 8, 8);
        assertThat(images.pixels()[63]).isEqualTo((byte) 16);
        assertThat(images.pixels()[127]).isEqualTo((byte) 1);
    }

    @Test
    void namesTheMalformedLine() {
        assertFails(
                ZEROS + "16,3\n" + ZEROS + "0\n", "'d', line 2: expected 64 pixels and a label, but found 64 fields");
        assertFails(ZEROS + "17,3\n", "'d', line 1: expected a pixel from 0 to 16, but was '17'");
        assertFails(ZEROS + "x,3\n", "'d', line 1: expected a pixel from 0 to 16, but was 'x'");
        assertFails(ZEROS + "0,10\n", "'d', line 1: expected a label from 0 to 9, but was '10'");
        assertFails(ZEROS + "0,-1\n", "'d', line 1: expected a label from 0 to 9, but was '-1'");
    }

    private static void assertFails(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(message);
    }
}
