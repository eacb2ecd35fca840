package quartet.datasets.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void decodesAndDropsAByteOrderMark() throws MalformedDataException {
        assertThat(Utf8.decode("f", "caf\u00e9 \ud83d\ude00".getBytes(UTF_8))).isEqualTo("caf\u00e9 \ud83d\ude00");
        assertThat(Utf8.decode("f", "\uFEFFa\uFEFF".getBytes(UTF_8))).isEqualTo("a\uFEFF");
        assertThat(Utf8.decode("f", new byte[0])).isEmpty();
    }

    @Test
    void namesByteAndLineOfAMalformedSequence() {
        assertThatThrownBy(() -> Utf8.decode("f", new byte[] {'a', '\n', 'b', '\n', (byte) 0xff}))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("'f' is not UTF-8: byte 4, line 3");
        // A surrogate, encoded, is not UTF-8 (RFC 3629, section 3).
        assertThatThrownBy(() -> Utf8.decode("f", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .hasMessage("'f' is not UTF-8: byte 0, line 1");
        assertThatThrownBy(() -> Utf8.decode("f", new byte[] {'a', (byte) 0xc3}))
                .as("a truncated sequence")
                .hasMessage("'f' is not UTF-8: byte 1, line 1");
    }
}
