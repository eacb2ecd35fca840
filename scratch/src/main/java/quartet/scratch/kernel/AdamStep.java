package quartet.scratch.kernel;

/**
 * The constants of one step of Adam, with the bias corrections of its time step.
 *
 * @param learningRate the step size
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the square root of the corrected second moment
 * @param correction1 {@code 1 - beta1^t}
 * @param correction2 {@code 1 - beta2^t}
 */
public record AdamStep(
        double learningRate, double beta1, double beta2, double epsilon, double correction1, double correction2) {

    /** Returns the constants of step t, counted from 1. */
    public static AdamStep at(int t, double learningRate, double beta1, double beta2, double epsilon) {
        return new AdamStep(learningRate, beta1, beta2, epsilon, 1 - Math.pow(beta1, t), 1 - Math.pow(beta2, t));
    }
}
