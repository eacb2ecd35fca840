package quartet.contract.reference;

import java.util.List;

/**
 * The results of a network for one batch, in float64.
 *
 * @param predictions logits or values, [rows][outputs]
 * @param loss the mean over the rows
 * @param gradients of the mean loss, by canonical name, in canonical layout
 * @param nearTies the near-ties of all rows
 */
public record ReferencePass(double[][] predictions, double loss, NamedArrays gradients, List<RowTie> nearTies) {

    /** A near-tie in one row of the batch. */
    public record RowTie(int row, NearTie tie) {}
}
