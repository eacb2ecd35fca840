package quartet.scratch.nn;

import quartet.scratch.tensor.Tensor;

/** Whole numbers that stand in a tensor: token ids and classes. */
public final class Indices {
    private Indices() {}

    /**
     * Checks every element.
     *
     * @throws IllegalArgumentException if one is not a whole number in 0..limit-1
     */
    public static void require(String what, Tensor indices, int limit) {
        for (int i = 0; i < indices.size(); i++) {
            double index = indices.get(i);
            if (!(index >= 0 && index < limit && index == (int) index)) {
                throw new IllegalArgumentException(what + ": expected a whole number in 0.." + (limit - 1)
                        + ", but was " + index + " at position " + i + " of " + indices);
            }
        }
    }
}
