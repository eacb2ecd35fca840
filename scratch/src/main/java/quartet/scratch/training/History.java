package quartet.scratch.training;

import java.util.Comparator;
import java.util.List;
import quartet.scratch.argument.Require;

/**
 * The epochs of a training.
 *
 * @param epochs the results, first to last; at least one
 */
public record History(List<EpochResult> epochs) {
    /**
     * Creates a history.
     *
     * @throws IllegalArgumentException if there is no epoch
     */
    public History {
        epochs = List.copyOf(Require.notNull("History", "epochs", epochs));
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("History: expected at least one epoch, but was none");
        }
    }

    /** Returns the last epoch. */
    public EpochResult last() {
        return epochs.get(epochs.size() - 1);
    }

    /** Returns the first epoch with the lowest validation loss or, without validation, the lowest training loss. */
    public EpochResult best() {
        return epochs.stream()
                .min(Comparator.comparingDouble(epoch -> epoch.validationLoss().orElse(epoch.trainingLoss())))
                .orElseThrow();
    }
}
