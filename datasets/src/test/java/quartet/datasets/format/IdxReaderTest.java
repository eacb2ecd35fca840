package quartet.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IdxReaderTest {
    /** Two images of one row and three columns: 0 1 2 and 253 254 255. */
    private static final byte[] IMAGES = hex("00000803 00000002 00000001 00000003", "000102", "fdfeff");

    private static final byte[] LABELS = hex("00000801 00000003", "090002");

    private static byte[] hex(String... parts) {
        return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
    }

    @Test
    void readsImagesRowByRow() throws IOException {
        Images images = IdxReader.images("x", IMAGES);
        assertThat(new int[] {images.rows(), images.channels(), images.height(), images.width()})
                .containsExactly(2, 1, 1, 3);
        assertThat(images.pixels()).containsExactly(0, 1, 2, 253, 254, 255);
    }

    @Test
    void readsLabels() throws IOException {
        assertThat(IdxReader.labels("x", LABELS, 10)).containsExactly(9, 0, 2);
    }

    @Test
    void refusesALabelOutOfRange() {
        assertFails(() -> IdxReader.labels("x", LABELS, 9), "'x': expected labels in [0, 9), but label 0 was 9");
        assertFails(
                () -> IdxReader.labels("x", hex("00000801 00000002", "00ff"), 10),
                "'x': expected labels in [0, 10), but label 1 was 255");
    }

    @Test
    void refusesAnotherMagicNumber() {
        assertFails(
                () -> IdxReader.images("x", Arrays.copyOf(LABELS, 16)),
                "'x': expected the IDX magic number 0x00000803 (unsigned bytes, rank 3), but was 0x00000801");
        assertFails(
                () -> IdxReader.labels("x", IMAGES, 10),
                "'x': expected the IDX magic number 0x00000801 (unsigned bytes, rank 1), but was 0x00000803");
        // Element type 0d is float.
        assertFails(
                () -> IdxReader.labels("x", hex("00000d01 00000001", "00000000"), 10),
                "'x': expected the IDX magic number 0x00000801 (unsigned bytes, rank 1), but was 0x00000d01");
    }

    @Test
    void refusesAWrongLength() {
        assertFails(
                () -> IdxReader.images("x", Arrays.copyOf(IMAGES, IMAGES.length - 1)),
                "'x': expected 22 bytes for dimensions [2, 1, 3], but the file has 21 (truncated)");
        assertFails(
                () -> IdxReader.images("x", Arrays.copyOf(IMAGES, IMAGES.length + 1)),
                "'x': expected 22 bytes for dimensions [2, 1, 3], but the file has 23 (trailing bytes)");
        assertFails(
                () -> IdxReader.images("x", Arrays.copyOf(IMAGES, 15)),
                "'x': expected an IDX header of 16 bytes, but the file has 15");
        assertFails(
                () -> IdxReader.labels("x", new byte[0], 10),
                "'x': expected an IDX header of 8 bytes, but the file has 0");
    }

    @Test
    void refusesInvalidDimensions() {
        assertFails(
                () -> IdxReader.images("x", hex("00000803 00000000 00000001 00000003")),
                "'x': expected positive dimensions, but was [0, 1, 3]");
        assertFails(
                () -> IdxReader.images("x", hex("00000803 80000000 00000001 00000003")),
                "'x': expected positive dimensions, but was [-2147483648, 1, 3]");
        // 65536 x 65536 x 1 would be 0 in 32 bits.
        assertFails(
                () -> IdxReader.images("x", hex("00000803 00010000 00010000 00000001")),
                "'x': expected dimensions of at most 2 GiB, but was [65536, 65536, 1]");
        assertFails(
                () -> IdxReader.labels("x", hex("00000801 7fffffff"), 10),
                "'x': expected dimensions of at most 2 GiB, but was [2147483647]");
    }

    @Test
    void requiresALabelForEachImage() {
        assertFails(
                () -> IdxReader.labelledImages("images", IMAGES, "labels", LABELS, 10),
                "'labels': expected a label for each of 2 images, but found 3 labels");
    }

    @Property
    void readsAnyLabels(@ForAll @Size(min = 1, max = 300) byte[] labels) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(hex("00000801 0000"));
        file.write(labels.length >> 8);
        file.write(labels.length);
        file.writeBytes(labels);
        int[] read = IdxReader.labels("x", file.toByteArray(), 256);
        for (int i = 0; i < labels.length; i++) {
            assertThat(read[i]).isEqualTo(labels[i] & 0xff);
        }
    }

    private static void assertFails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(MalformedDataException.class).hasMessage(message);
    }
}
