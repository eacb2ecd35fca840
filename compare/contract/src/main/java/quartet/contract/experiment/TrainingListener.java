package quartet.contract.experiment;

/** Observer of a training: progress, curves, early stopping. */
public interface TrainingListener {

    /**
     * After every optimizer step.
     *
     * @param step counted from 1 over the whole training
     * @param loss mean loss of the batch, before the update
     * @param nanos duration of the step
     */
    default void stepFinished(int step, float loss, long nanos) {}

    /**
     * After every epoch.
     *
     * @param epoch counted from 1
     * @param meanLoss mean over the epoch's rows of the losses of their batches, before each update
     * @param nanos duration of the epoch, without the time that listeners take
     */
    default void epochFinished(int epoch, double meanLoss, long nanos) {}

    /** Asked after every step, and after the end of every epoch: true ends the training there. */
    default boolean shouldStop() {
        return false;
    }
}
