package quartet.scratch.training;

/** Observes a training (Observer). Each method does nothing unless it is overridden. */
public interface TrainingListener {
    /**
     * Called after each step of the optimizer.
     *
     * @param epoch counted from 1
     * @param step counted from 1 in each epoch
     * @param loss the mean loss of the batch before the step
     */
    default void batchEnded(int epoch, int step, double loss) {}

    /** Called after each epoch and its validation. */
    default void epochEnded(EpochResult result) {}
}
