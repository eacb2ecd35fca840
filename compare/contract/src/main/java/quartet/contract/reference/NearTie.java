package quartet.contract.reference;

/**
 * A decision that two correct float32 programs may make differently: the sign of a rectifier's input, or the largest
 * number of a pooling window, if the margin is within rounding.
 *
 * @param layer the name of the layer that decides, such as {@code relu1} or {@code pool2}
 * @param output index of the decision among the layer's outputs
 * @param alternative index of the input that could have been chosen; for a rectifier the input itself
 * @param margin distance from the other decision, in the unit of the input
 */
public record NearTie(String layer, int output, int alternative, double margin) {

    /**
     * The error bound of float32, relative to the sum of absolute values behind a number: 16 units in the last place,
     * because errors of earlier layers add up.
     */
    static final double ROUNDING = 16 * 0x1p-24;

    /** Returns whether a margin lies within the rounding of two numbers of this magnitude. */
    static boolean within(double margin, double magnitude) {
        return margin <= ROUNDING * magnitude;
    }
}
