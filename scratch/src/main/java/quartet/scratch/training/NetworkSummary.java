package quartet.scratch.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.tensor.Tensor;

/**
 * The layers of a network with the shapes of their outputs and the numbers of their parameters.
 *
 * <pre>{@code
 * layer            output shape   parameters
 * Dense hidden1    [1, 128]            2,176
 * Relu             [1, 128]                0
 * Dense output     [1, 26]             3,354
 * total                                5,530
 * }</pre>
 *
 * @param rows one for each layer, in the order of computation; the layers of a nested {@link Sequential} one by one
 */
public record NetworkSummary(List<Row> rows) {
    /** Copies the rows. */
    public NetworkSummary {
        rows = List.copyOf(Require.notNull("NetworkSummary", "rows", rows));
    }

    /**
     * A layer.
     *
     * @param layer its class and, if it has parameters, its name
     * @param outputShape of the given input
     * @param parameters the number of trained numbers
     */
    public record Row(String layer, List<Integer> outputShape, long parameters) {
        /** Copies the shape. */
        public Row {
            Require.notNull("NetworkSummary", "layer", layer);
            outputShape = List.copyOf(Require.notNull("NetworkSummary", "output shape", outputShape));
        }
    }

    /**
     * Describes a network.
     *
     * @param input an example, whose batch may be 1; the numbers do not matter. Its type is that of the network's input
     * @throws IllegalArgumentException if the network does not accept the input
     */
    public static NetworkSummary of(Layer network, Tensor input) {
        Require.notNull("NetworkSummary", "network", network);
        Require.notNull("NetworkSummary", "input", input);
        List<Row> rows = new ArrayList<>();
        describe(network, input, rows);
        return new NetworkSummary(rows);
    }

    private static Tensor describe(Layer layer, Tensor input, List<Row> rows) {
        if (layer instanceof Sequential chain) {
            Tensor current = input;
            for (Layer part : chain.layers()) {
                current = describe(part, current, rows);
            }
            return current;
        }
        Tensor output = layer.forward(input, false);
        long count = layer.parameters().stream()
                .mapToLong(parameter -> parameter.value().size())
                .sum();
        List<Integer> shape = Arrays.stream(output.shape()).boxed().toList();
        rows.add(new Row((layer.getClass().getSimpleName() + " " + name(layer)).strip(), shape, count));
        return output;
    }

    /**
     * Returns the common beginning of the names of the parameters: {@code hidden1} of hidden1.weight and hidden1.bias.
     */
    private static String name(Layer layer) {
        List<String> names = layer.parameters().stream().map(Parameter::name).toList();
        if (names.isEmpty()) {
            return "";
        }
        String common = names.get(0);
        for (String name : names) {
            while (!name.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        int dot = common.lastIndexOf('.');
        return dot < 0 ? "" : common.substring(0, dot);
    }

    /** Returns the number of trained numbers of the network. */
    public long parameters() {
        return rows.stream().mapToLong(Row::parameters).sum();
    }

    /** Returns the table, whose lines end with a line feed. */
    @Override
    public String toString() {
        int layerWidth = Math.max(
                5, rows.stream().mapToInt(row -> row.layer().length()).max().orElse(0));
        int shapeWidth = Math.max(
                12,
                rows.stream()
                        .mapToInt(row -> row.outputShape().toString().length())
                        .max()
                        .orElse(0));
        String format = "%-" + layerWidth + "s   %-" + shapeWidth + "s   %12s\n";
        return line(format, "layer", "output shape", "parameters")
                + rows.stream()
                        .map(row -> line(format, row.layer(), row.outputShape().toString(), number(row.parameters())))
                        .collect(Collectors.joining())
                + line(format, "total", "", number(parameters()));
    }

    private static String line(String format, String layer, String shape, String parameters) {
        return String.format(Locale.ROOT, format, layer, shape, parameters);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
