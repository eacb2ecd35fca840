package quartet.harness.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a training step's time goes: medians in microseconds of calls of the contract after the training.
 *
 * <pre>{@code
 * hand-over = select                            copies the batch's rows
 * forward   = predict                           passes them to the framework, and the logits back
 * backward  = gradients - weights - predict     gradients() runs forward and backward and copies like weights()
 * update    = step - (gradients - weights)      trainBatch() without forward and backward
 * }</pre>
 *
 * Forward, backward and update are differences of calls, not clocks inside a framework, which computes a step as a
 * whole. A difference below 0 counts as 0.
 *
 * @param select the rows of the batch
 * @param predict the forward pass on the batch
 * @param gradients of the batch
 * @param weights a copy of all parameters
 * @param step {@code trainBatch}
 */
public record StepParts(double select, double predict, double gradients, double weights, double step) {
    /** Returns a whole step, as the training counts it: selecting the rows and {@code trainBatch}. */
    @JsonIgnore
    public double whole() {
        return select + step;
    }

    /** Returns the parts in their order, in microseconds. */
    @JsonIgnore
    public Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("hand-over", select);
        parts.put("forward", predict);
        parts.put("backward", Math.max(0, gradients - weights - predict));
        parts.put("update", Math.max(0, step - (gradients - weights)));
        return parts;
    }
}
