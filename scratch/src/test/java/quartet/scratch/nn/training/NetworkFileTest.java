package quartet.scratch.nn.training;

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
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Buffer;
import quartet.scratch.nn.Golden;
import quartet.scratch.nn.GradientCheck;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Relu;
import quartet.scratch.nn.attention.TransformerBlock;
import quartet.scratch.nn.attention.TransformerSettings;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.graph.GraphBuilder;
import quartet.scratch.nn.sequence.Bidirectional;
import quartet.scratch.nn.sequence.Gru;
import quartet.scratch.nn.sequence.Lstm;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

class NetworkFileTest {
    private final Path file;

    NetworkFileTest(@TempDir Path directory) {
        file = directory.resolve("new").resolve("network.safetensors");
    }

    @Test
    void loadsWhatItSaved() {
        Sequential saved = network(3);
        Initializers.heNormal().initialize(saved.parameters(), new Random(1));
        NetworkFile.save(saved, file);
        Sequential loaded = network(3);
        NetworkFile.load(loaded, file);
        assertThat(numbers(loaded)).isEqualTo(numbers(saved));
    }

    @Test
    void keepsTheNumbersOfFloat64() {
        Sequential saved = new Sequential(new Dense("output", 2, 2, Backend.reference()));
        Initializers.heNormal().initialize(saved.parameters(), new Random(1));
        NetworkFile.save(saved, file);
        Sequential loaded = new Sequential(new Dense("output", 2, 2, Backend.reference()));
        NetworkFile.load(loaded, file);
        assertThat(numbers(loaded)).isEqualTo(numbers(saved));
    }

    @Test
    void keepsRunningStatistics() {
        Layer saved = normalized();
        Initializers.heNormal().initialize(saved.parameters(), new Random(1));
        Tensor batch = FloatTensor.of(new float[] {1, 2, 5, -3, 4, 4}, 3, 2);
        saved.forward(batch, true);
        NetworkFile.save(saved, file);
        Layer loaded = NetworkFile.load(normalized(), file);
        assertThat(loaded.buffers())
                .extracting(Buffer::name)
                .containsExactly("norm.runningMean", "norm.runningVariance");
        Tensor expected = saved.forward(batch, false);
        Tensor actual = loaded.forward(batch, false);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
        assertThatThrownBy(() -> NetworkFile.load(network(3), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("norm.runningMean, norm.runningVariance");
    }

    @Test
    void keepsNetworksOfAnyForm() {
        List<Supplier<Layer>> networks = List.of(
                NetworkFileTest::graph,
                () -> new TransformerBlock("block", TransformerSettings.of(4, 2)),
                () -> new Bidirectional(new Lstm("forward", 4, 3), new Gru("backward", 4, 3)));
        for (Supplier<Layer> network : networks) {
            Layer saved = GradientCheck.randomized(network.get(), 3);
            Tensor input = Golden.convert(GradientCheck.random(1, 1, 2, 3, 4), Precision.FLOAT32);
            NetworkFile.save(saved, file);
            Layer loaded = NetworkFile.load(network.get(), file);
            Tensor expected = saved.forward(input, false);
            Tensor actual = loaded.forward(input, false);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i)).isEqualTo(expected.get(i));
            }
        }
    }

    private static Layer graph() {
        GraphBuilder builder = new GraphBuilder();
        Dense shared = new Dense("shared", 4, 4);
        return builder.build(builder.apply(shared, builder.apply(shared, builder.input())));
    }

    private static Layer normalized() {
        return new Sequential(new Dense("hidden", 2, 3), new BatchNormalization("norm", 3), new Dense("output", 3, 1));
    }

    @Test
    void readsAHeaderWithBlanksAndMetadata() throws IOException {
        write(
                "{\"__metadata__\": {\"format\": \"pt\"}, \"output.bias\": {\"dtype\": \"F32\", \"shape\": [1], "
                        + "\"data_offsets\": [8, 12]}, \"output.weight\": {\"dtype\": \"F32\", \"shape\": [2, 1], "
                        + "\"data_offsets\": [0, 8]}}",
                1,
                2,
                3);
        Sequential network = new Sequential(new Dense("output", 2, 1));
        NetworkFile.load(network, file);
        assertThat(numbers(network)).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void rejectsTheParametersOfAnotherNetworkAndChangesNothing() {
        NetworkFile.save(network(4), file);
        Sequential network = network(3);
        List<Double> before = numbers(network);
        assertThatThrownBy(() -> NetworkFile.load(network, file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + ": expected hidden.weight of shape [2, 3], but was [2, 4]");
        assertThat(numbers(network)).isEqualTo(before);
        assertThatThrownBy(() -> NetworkFile.load(new Sequential(new Dense("output", 4, 1)), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("expected the tensors [output.bias, output.weight], but was [hidden.bias");
    }

    @Test
    void rejectsEveryTruncatedFile() throws IOException {
        NetworkFile.save(network(3), file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NetworkFile.load(network(3), file))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void rejectsForeignFiles() throws IOException {
        NetworkFile.save(network(3), file);
        for (String header : List.of(
                "[]",
                "{\"a\":1}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[9999999999],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]};}")) {
            write(header, 1);
            assertThatThrownBy(() -> NetworkFile.load(network(3), file))
                    .as(header)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("expected");
        }
        Files.writeString(file, "label,text\n1,not a network\n");
        assertThatThrownBy(() -> NetworkFile.load(network(3), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("expected a safetensors file");
        Files.delete(file);
        assertThatThrownBy(() -> NetworkFile.load(network(3), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + ": there is no such file");
    }

    @Test
    void rejectsNamesThatWouldBreakTheHeader() {
        assertThatThrownBy(() -> NetworkFile.save(new Sequential(new Dense("a\"b", 1, 1)), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a\"b");
    }

    private static Sequential network(int hidden) {
        return new Sequential(new Dense("hidden", 2, hidden), new Relu(), new Dense("output", hidden, 1));
    }

    private static List<Double> numbers(Sequential network) {
        return network.parameters().stream()
                .map(Parameter::value)
                .flatMap(value -> IntStream.range(0, value.size()).mapToObj(value::get))
                .toList();
    }

    private void write(String header, float... numbers) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 4 * numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json);
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.array());
    }
}
