package quartet.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedInputStreamTest {
    private static LimitedInputStream limited(int bytes) {
        return new LimitedInputStream(new ByteArrayInputStream(new byte[bytes]), 10);
    }

    @Test
    void passesContentUpToTheLimit() throws IOException {
        try (LimitedInputStream in = limited(10)) {
            assertThat(in.readAllBytes()).hasSize(10);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void countsEveryWayToRead() throws IOException {
        try (LimitedInputStream in = limited(11)) {
            assertThat(in.read()).isZero();
            assertThat(in.skip(5)).isEqualTo(5);
            assertThat(in.read(new byte[4], 0, 4)).isEqualTo(4);
            assertThatThrownBy(in::read)
                    .isInstanceOf(IOException.class)
                    .hasMessage("decompressed to more than 10 bytes; refused as a decompression bomb");
        }
    }

    @Test
    void cannotBeRewoundPastTheCount() {
        assertThat(limited(1).markSupported()).isFalse();
    }
}
