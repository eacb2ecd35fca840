package quartet.scratch.nn.training;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * Stops training when the validation loss no longer improves, and keeps a copy of the best parameters. Source:
 * Goodfellow, Bengio, Courville (2016), algorithm 7.1.
 *
 * <p>The copy does not include the running statistics of {@link BatchNormalization}.
 */
public final class EarlyStopping {
    private final int patience;
    private final double minimumImprovement;
    private final List<Tensor> best = new ArrayList<>();
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int evaluationsSinceBest;

    /**
     * Stops after {@code patience} evaluations in a row without an improvement of more than {@code minimumImprovement}.
     *
     * @throws IllegalArgumentException if patience is not positive or minimumImprovement negative
     */
    public EarlyStopping(int patience, double minimumImprovement) {
        Require.positive("EarlyStopping", "patience", patience);
        if (!(minimumImprovement >= 0)) {
            throw new IllegalArgumentException(
                    "EarlyStopping: expected minimumImprovement >= 0, but was " + minimumImprovement);
        }
        this.patience = patience;
        this.minimumImprovement = minimumImprovement;
    }

    /**
     * Records an evaluation. NaN counts as no improvement.
     *
     * @return whether training should stop
     */
    public boolean shouldStop(double validationLoss, List<Parameter> parameters) {
        if (validationLoss < bestLoss - minimumImprovement) {
            bestLoss = validationLoss;
            evaluationsSinceBest = 0;
            best.clear();
            parameters.forEach(parameter -> best.add(parameter.value().copy()));
        } else {
            evaluationsSinceBest++;
        }
        return evaluationsSinceBest >= patience;
    }

    /** Returns the validation loss of the best parameters; infinite before the first improvement. */
    public double bestLoss() {
        return bestLoss;
    }

    /**
     * Restores the best parameters.
     *
     * @throws IllegalStateException if no evaluation has improved the loss
     */
    public void restoreBest(List<Parameter> parameters) {
        if (best.isEmpty()) {
            throw new IllegalStateException("EarlyStopping: expected an evaluation before restoreBest");
        }
        for (int i = 0; i < best.size(); i++) {
            parameters.get(i).value().copyFrom(best.get(i));
        }
    }
}
