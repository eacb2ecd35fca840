package quartet.contract.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.contract.CnnSpec;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.experiment.InitialWeights;

class SafetensorsTest {
    private final Path folder;

    SafetensorsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesTheFormatByteForByte() throws IOException {
        Path file = folder.resolve("w.safetensors");
        new SafetensorsWriter()
                .add("a", Tensor.of(new float[] {1, -2}, 2, 1))
                .add("i", new int[] {1}, new int[] {7})
                .write(file);
        // The header as the format describes it, padded to a multiple of 8; then little-endian data.
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                + "\"i\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[8,12]}}";
        int padded = (header.length() + 7) / 8 * 8;
        ByteBuffer expected = ByteBuffer.allocate(8 + padded + 12).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded);
        expected.put((header + " ".repeat(padded - header.length())).getBytes(StandardCharsets.UTF_8));
        expected.putFloat(1).putFloat(-2).putInt(7);
        assertThat(Files.readAllBytes(file)).isEqualTo(expected.array());
        assertThat(folder).isDirectoryContaining("glob:**/w.safetensors");
        assertThat(Files.exists(folder.resolve("w.safetensors.part"))).isFalse();
    }

    @Test
    void readsWhatItWrites() {
        Path file = folder.resolve("w.safetensors");
        Weights weights = InitialWeights.draw(new CnnSpec(3, 8, 9, List.of(4, 5), 6, 7), 1);
        SafetensorsWriter.write(file, weights.asMap());
        assertThat(Safetensors.open(file).weights()).isEqualTo(weights);
        assertThat(Safetensors.open(file).names()).containsExactlyElementsOf(weights.names());
    }

    @Test
    void readsAFileWithMetadataAndScalars() throws IOException {
        String header =
                "{\"__metadata__\":{\"format\":\"pt\"},\"s\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}";
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length())
                .put(header.getBytes(StandardCharsets.UTF_8))
                .putFloat(2.5f);
        Path file = Files.write(folder.resolve("s.safetensors"), bytes.array());
        assertThat(Safetensors.open(file).floats("s")).isEqualTo(Tensor.of(new float[] {2.5f}));
    }

    @Test
    void refusesFilesThatAreNotWhole() throws IOException {
        Path file = folder.resolve("w.safetensors");
        SafetensorsWriter.write(file, Map.of("a", Tensor.vector(1, 2, 3)));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, 20, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.open(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("not a whole safetensors file");
        }
        assertThatThrownBy(() -> Safetensors.open(folder.resolve("none"))).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{\"a\":7}",
                "{\"a\":{}}",
                "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":null,\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"x\"],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[9223372036854775803,9223372036854775807]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}"
            })
    void refusesADamagedHeader(String header) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("x.safetensors"), bytes.array());
        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("not a whole safetensors file");
    }

    /** Any byte of a small file may be wrong: it opens, or the exception is the documented one. */
    @Test
    void aWrongByteIsHarmlessOrRefused() throws IOException {
        Path file = folder.resolve("w.safetensors");
        SafetensorsWriter.write(file, Map.of("a", Tensor.vector(1, 2, 3)));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            for (int value : new int[] {0, 1, '"', '-', '9', '[', '}', 127, 255}) {
                byte[] damaged = whole.clone();
                damaged[i] = (byte) value;
                Files.write(file, damaged);
                try {
                    assertThat(Safetensors.open(file).names()).hasSizeLessThan(2);
                } catch (UncheckedIOException e) {
                    assertThat(e).hasMessageContaining("not a whole safetensors file");
                }
            }
        }
    }

    @Test
    void readsAndWritesMoreThanOnePiece() {
        Path file = folder.resolve("large.safetensors");
        int[] numbers = IntStream.range(0, 700_001).toArray();
        float[] floats = new float[600_000];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = i / 3f;
        }
        new SafetensorsWriter()
                .add("i", new int[] {numbers.length}, numbers)
                .add("f", Tensor.vector(floats))
                .write(file);
        assertThat(Safetensors.open(file).ints("i")).isEqualTo(numbers);
        assertThat(Safetensors.open(file).floats("f").data()).isEqualTo(floats);
    }

    @Test
    void listsATensorOfAnotherTypeButDoesNotReadIt() throws IOException {
        String header = "{\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}";
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        Safetensors tensors = Safetensors.open(Files.write(folder.resolve("d.safetensors"), bytes.array()));
        assertThat(tensors.names()).containsExactly("d");
        assertThatThrownBy(() -> tensors.floats("d")).hasMessageContaining("expected d as F32, but was F64");
    }

    @Test
    void namesWhatIsThereAndOfWhichType() {
        Path file = folder.resolve("w.safetensors");
        new SafetensorsWriter().add("i", new int[] {1}, new int[] {7}).write(file);
        Safetensors tensors = Safetensors.open(file);
        assertThat(tensors.ints("i")).containsExactly(7);
        assertThatThrownBy(() -> tensors.floats("i")).hasMessageContaining("expected i as F32, but was I32");
        assertThatThrownBy(() -> tensors.floats("x")).hasMessageContaining("expected one of [i], but was x");
    }

    @Test
    void sayWhenTheFolderIsNotThere() {
        assertThatThrownBy(() -> SafetensorsWriter.write(folder.resolve("no/w.safetensors"), Map.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be written");
    }
}
