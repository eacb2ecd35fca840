package quartet.scratch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import quartet.scratch.tensor.DoubleTensor;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Precision;
import quartet.scratch.tensor.Tensor;

/** Tensors that PyTorch computed; golden.py beside the files tells how. */
public final class Golden {
    private final Map<String, Tensor> tensors = new TreeMap<>();

    /** Reads a file of the folder golden. */
    public Golden(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/quartet/scratch/golden/" + name + ".txt")) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ", -1);
        int[] shape = Arrays.stream(parts[1].replaceAll("[\\[\\]]", "").split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] numbers =
                Arrays.stream(parts).skip(2).mapToDouble(Double::parseDouble).toArray();
        tensors.put(parts[0], DoubleTensor.of(numbers, shape));
    }

    /** A tensor by its name, in float64. */
    public Tensor get(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    /** A copy of a tensor in the given precision. */
    public Tensor get(String name, Precision precision) {
        return convert(get(name), precision);
    }

    /** A copy in the given precision. */
    public static Tensor convert(Tensor tensor, Precision precision) {
        Tensor converted = precision.zeros(tensor.shape());
        converted.copyFrom(tensor);
        return converted;
    }

    /** Checks a tensor against the one of this name, by {@link #tolerance}. */
    public void assertEquals(String name, Tensor actual) {
        assertClose(name, actual, get(name));
    }

    /** Checks a tensor against another one, by {@link #tolerance}. */
    public static void assertClose(String name, Tensor actual, Tensor expected) {
        assertThat(actual.shape()).as(name).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            double allowed = tolerance(actual) * Math.max(1, Math.abs(expected.get(i)));
            assertThat(actual.get(i)).as("%s[%d]", name, i).isCloseTo(expected.get(i), within(allowed));
        }
    }

    /** Copies golden tensors to the parameters, in their order. */
    public void copyTo(List<Parameter> parameters, List<String> names) {
        assertThat(parameters).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            parameters.get(i).value().copyFrom(get(names.get(i)));
        }
    }

    private static double tolerance(Tensor tensor) {
        return tensor instanceof FloatTensor ? 2e-5 : 1e-12;
    }
}
