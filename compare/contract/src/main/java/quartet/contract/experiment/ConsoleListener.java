package quartet.contract.experiment;

import java.util.Locale;

/** Prints a line for each epoch to standard error. */
public final class ConsoleListener implements TrainingListener {
    @Override
    public void epochFinished(int epoch, double meanLoss, long nanos) {
        System.err.printf(Locale.ROOT, "epoch %d: loss %.4f, %.2f s%n", epoch, meanLoss, nanos / 1e9);
    }
}
