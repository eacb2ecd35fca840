package quartet.contract.experiment;

/** An observer of a training, for progress, curves and early stopping. */
public interface TrainingListener {

    /**
     * Called after every optimizer step.
     *
     * @param step counted from 1 over the whole training
     * @param loss mean loss of the batch, before the update
     * @param nanos duration of the step
     */
    default void stepFinished(int step, float loss, long nanos) {}

    /**
     * Called after every epoch.
     *
     * @param epoch counted from 1
     * @param meanLoss mean over the epoch's rows of the losses of their batches, before each update
     * @param nanos duration of the epoch, excluding the time in listeners
     */
    default void epochFinished(int epoch, double meanLoss, long nanos) {}

    /** Returns whether to stop training. Called after every step and after every epoch. */
    default boolean shouldStop() {
        return false;
    }
}
