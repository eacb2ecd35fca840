package quartet.scratch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expected values of SciPy and scikit-learn: golden.txt, which golden.py beside it writes. */
public final class GoldenValues {

    private static final Map<String, double[]> VALUES = read();

    private GoldenValues() {}

    /** Returns the numbers with this name. */
    public static double[] of(String name) {
        return Objects.requireNonNull(VALUES.get(name), "golden.txt has no values " + name)
                .clone();
    }

    /** Returns the numbers with this name as rows. */
    public static double[][] rows(String name, int columns) {
        double[] values = of(name);
        return IntStream.range(0, values.length / columns)
                .mapToObj(i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns))
                .toArray(double[][]::new);
    }

    /** Returns the numbers with this name as integers. */
    public static int[] integers(String name) {
        return Arrays.stream(of(name)).mapToInt(value -> (int) value).toArray();
    }

    private static Map<String, double[]> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenValues.class.getResourceAsStream("golden.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> Arrays.stream(parts)
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException("golden.txt", failure);
        }
    }
}
