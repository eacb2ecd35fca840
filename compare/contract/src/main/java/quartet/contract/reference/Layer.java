package quartet.contract.reference;

import java.util.List;

/**
 * A layer that computes one row at a time in float64. It keeps what its last forward pass needs for the backward pass.
 */
interface Layer {

    /**
     * Returns the output for one row.
     *
     * @param x the row's numbers
     */
    Signal forward(Signal x);

    /**
     * Adds the gradients of the layer's parameters for the last row, and returns the gradient by the input.
     *
     * @param dy the gradient of the loss by the last output
     */
    double[] backward(double[] dy);

    /** Returns the decisions of the last forward pass that lie within rounding. */
    default List<NearTie> nearTies() {
        return List.of();
    }

    /** Decides the near-tie the other way in the backward passes that follow, until the next forward pass. */
    default void flip(NearTie tie) {
        throw new IllegalArgumentException("expected a near-tie of this layer, but was " + tie);
    }
}
