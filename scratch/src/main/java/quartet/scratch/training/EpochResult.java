package quartet.scratch.training;

import java.util.OptionalDouble;
import quartet.scratch.argument.Require;

/**
 * The result of one epoch.
 *
 * @param epoch counted from 1
 * @param trainingLoss the mean over the rows of the losses of the batches, each before its step
 * @param validationLoss the mean loss of the validation data after the epoch; empty without such data
 */
public record EpochResult(int epoch, double trainingLoss, OptionalDouble validationLoss) {
    /** Creates a result. */
    public EpochResult {
        Require.notNull("EpochResult", "validation loss", validationLoss);
    }
}
