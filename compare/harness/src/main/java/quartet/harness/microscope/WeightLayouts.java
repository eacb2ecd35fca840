package quartet.harness.microscope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import quartet.contract.CnnSpec;
import quartet.contract.ModelSpec;

/** Creates the {@link PermutedWeights} of transposed tensors and of other flatten orders. */
final class WeightLayouts {
    private WeightLayouts() {}

    /**
     * Returns hypotheses for matrices [in, out] read as [out, in] and the reverse, and for kernels [height, width]
     * read as [width, height] or in reverse order. Each tensor is tried separately, and all tensors of a kind
     * together.
     */
    static List<Hypothesis> transposed(ModelSpec spec) {
        List<Hypothesis> result = new ArrayList<>();
        addEach(result, spec, 2, "is read as [out, in]", WeightLayouts::transposedMatrix);
        addEach(result, spec, 2, "is transposed but read as [in, out]", s -> inverse(transposedMatrix(s)));
        addEach(result, spec, 4, "is read with height and width exchanged", WeightLayouts::transposedKernels);
        addEach(result, spec, 4, "is rotated by 180 degrees", WeightLayouts::rotatedKernels);
        return result;
    }

    private static void addEach(
            List<Hypothesis> result, ModelSpec spec, int rank, String words, UnaryOperator<int[]> permutation) {
        Map<String, int[]> all = new LinkedHashMap<>();
        spec.parameterShapes().forEach((name, shape) -> {
            if (shape.length == rank) {
                int[] p = permutation.apply(shape);
                all.put(name, p);
                result.add(new PermutedWeights(Suspect.TRANSPOSED_WEIGHT, name + " " + words, spec, Map.of(name, p)));
            }
        });
        if (all.size() > 1) {
            String detail = "each of " + String.join(", ", all.keySet()) + " " + words;
            result.add(new PermutedWeights(Suspect.TRANSPOSED_WEIGHT, detail, spec, all));
        }
    }

    private static int[] transposedMatrix(int[] shape) {
        int[] p = new int[shape[0] * shape[1]];
        for (int i = 0; i < p.length; i++) {
            p[i] = i % shape[1] * shape[0] + i / shape[1];
        }
        return p;
    }

    private static int[] transposedKernels(int[] shape) {
        int k = shape[3];
        int[] p = new int[shape[0] * shape[1] * k * k];
        for (int i = 0; i < p.length; i++) {
            p[i] = i / (k * k) * k * k + i % k * k + i / k % k;
        }
        return p;
    }

    private static int[] rotatedKernels(int[] shape) {
        int size = shape[2] * shape[3];
        int[] p = new int[shape[0] * shape[1] * size];
        for (int i = 0; i < p.length; i++) {
            p[i] = i / size * size + size - 1 - i % size;
        }
        return p;
    }

    /**
     * Returns hypotheses for wrong flatten orders: images [channel, row, column] are flattened in another order while
     * the dense layer's rows are canonical, or the rows are reordered while images are flattened canonically.
     */
    static List<Hypothesis> flattened(CnnSpec spec) {
        int channels = spec.filters().get(spec.filters().size() - 1);
        int height = spec.pooledHeight();
        int width = spec.pooledWidth();
        int[] channelsLast = new int[channels * height * width];
        int[] columnsFirst = new int[channelsLast.length];
        for (int f = 0; f < channelsLast.length; f++) {
            int channel = f / (height * width);
            int row = f / width % height;
            int column = f % width;
            channelsLast[f] = (row * width + column) * channels + channel;
            columnsFirst[f] = (channel * width + column) * height + row;
        }
        return List.of(
                flattened(spec, "row, column, channel", channelsLast),
                flattened(spec, "the weights are reordered from row, column, channel", inverse(channelsLast)),
                flattened(spec, "channel, column, row", columnsFirst));
    }

    private static Hypothesis flattened(CnnSpec spec, String detail, int[] features) {
        int[] p = new int[features.length * spec.hidden()];
        for (int i = 0; i < p.length; i++) {
            p[i] = features[i / spec.hidden()] * spec.hidden() + i % spec.hidden();
        }
        return new PermutedWeights(Suspect.FLATTEN_ORDER, detail, spec, Map.of("hidden.weight", p));
    }

    private static int[] inverse(int[] p) {
        int[] inverse = new int[p.length];
        for (int i = 0; i < p.length; i++) {
            inverse[p[i]] = i;
        }
        return inverse;
    }
}
