package quartet.harness.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of a training step's time: median durations of contract calls, in microseconds, measured after training.
 *
 * <pre>{@code
 * hand-over = select                            copies the batch's rows
 * forward   = predict                           passes them to the framework, and the logits back
 * backward  = gradients - weights - predict     gradients() runs forward and backward and copies like weights()
 * update    = step - (gradients - weights)      trainBatch() without forward and backward
 * }</pre>
 *
 * Forward, backward and update are differences of call durations, because frameworks compute a step as a whole.
 * Negative differences count as 0.
 *
 * @param select the rows of the batch
 * @param predict the forward pass on the batch
 * @param gradients of the batch
 * @param weights a copy of all parameters
 * @param step {@code trainBatch}
 */
public record StepParts(double select, double predict, double gradients, double weights, double step) {
    /** Returns the duration of a whole step in training: selecting the rows and {@code trainBatch}. */
    @JsonIgnore
    public double whole() {
        return select + step;
    }

    /** Returns the parts in order of execution, in microseconds. */
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
