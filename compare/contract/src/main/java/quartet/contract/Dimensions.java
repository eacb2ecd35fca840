package quartet.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import quartet.datasets.Features;

/** Helpers for shapes that the specifications share. */
final class Dimensions {
    private Dimensions() {}

    static void check(String owner, int... dimensions) {
        for (int dimension : dimensions) {
            if (dimension < 1) {
                throw new IllegalArgumentException(owner + ": expected dimensions of 1 or more, but was " + dimension);
            }
        }
    }

    /** Adds the parameters of an affine layer: Y = X W + b. */
    static void dense(Map<String, int[]> shapes, String name, int in, int out) {
        shapes.put(name + ".weight", new int[] {in, out});
        shapes.put(name + ".bias", new int[] {out});
    }

    /** Returns a hidden size times a factor, rounded and at least 1. */
    static int scale(int size, double factor) {
        return (int) Math.max(1, Math.round(size * factor));
    }

    static List<Integer> scale(List<Integer> sizes, double factor) {
        return sizes.stream().map(size -> scale(size, factor)).toList();
    }

    static String describe(Features features) {
        if (features instanceof Features.Tokens tokens) {
            return "token ids [" + tokens.rows() + ", " + tokens.length() + "]";
        }
        return Arrays.toString(features.asValues().shape());
    }
}
