package quartet.harness.microscope;

import java.util.Optional;
import java.util.Set;
import quartet.contract.Batch;
import quartet.contract.Tensor;
import quartet.contract.Weights;
import quartet.contract.reference.ReferencePass;

/**
 * One step of a probe: its input, the engine's results, and the float64 reference.
 *
 * @param batch the rows of the step
 * @param before the weights before the step
 * @param truth the float64 reference for the batch at these weights
 * @param logits that the engine reported [rows, outputs]
 * @param loss that the engine reported
 * @param gradients that the engine reported
 * @param updated the weights that the engine reported after the step
 * @param failed the quantities outside the tolerance
 * @param previous the preceding step of the same optimizer; empty at the first step
 */
public record Observation(
        Batch batch,
        Weights before,
        ReferencePass truth,
        Tensor logits,
        double loss,
        Weights gradients,
        Weights updated,
        Set<Quantity> failed,
        Optional<Observation> previous) {

    public Observation {
        failed = Set.copyOf(failed);
    }
}
