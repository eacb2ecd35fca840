package quartet.contract.reference;

import java.util.List;

/**
 * A layer that computes one row at a time in float64. It stores the values of the last forward pass that the backward
 * pass needs.
 */
interface Layer {

    /**
     * Returns the output for one row.
     *
     * @param x the row's numbers
     */
    Signal forward(Signal x);

    /**
     * Adds the gradients of the layer's parameters for the last row, and returns the gradient with respect to the
     * input.
     *
     * @param dy the gradient of the loss with respect to the last output
     */
    double[] backward(double[] dy);

    /** Returns the near-ties of the last forward pass. */
    default List<NearTie> nearTies() {
        return List.of();
    }

    /** Decides a near-tie the other way in all backward passes until the next forward pass. */
    default void flip(NearTie tie) {
        throw new IllegalArgumentException("expected a near-tie of this layer, but was " + tie);
    }
}
