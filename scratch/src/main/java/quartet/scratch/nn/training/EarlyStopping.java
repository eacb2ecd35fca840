package quartet.scratch.nn.training;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * Ends training when the validation loss has not improved for a while, and keeps the best parameters. Source:
 * Goodfellow, Bengio, Courville (2016), algorithm 7.1.
 *
 * <p>It keeps parameters only: the running statistics of {@link BatchNormalization} are not put back.
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
     * Takes note of an evaluation; NaN counts as no improvement.
     *
     * @return whether to stop now
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

    /** The smallest validation loss so far; infinite before the first. */
    public double bestLoss() {
        return bestLoss;
    }

    /**
     * Puts the best parameters back.
     *
     * @throws IllegalStateException if no evaluation was an improvement, so that there are none
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
