package quartet.scratch.nn.training;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Buffer;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.Tensor;

/**
 * Stops training when the validation loss no longer improves, and keeps a copy of the best network.
 * <pre>{@code
 * best:    the evaluation with the lowest loss
 * reset:   an evaluation whose loss is more than minimumImprovement below that of the previous reset
 * stop:    patience evaluations in a row without a reset
 * }</pre>
 * The copy contains parameters and buffers, such as the running statistics of {@link BatchNormalization}. Source:
 * Goodfellow, Bengio, Courville (2016), algorithm 7.1, where minimumImprovement is 0.
 */
public final class EarlyStopping {
    private final int patience;
    private final double minimumImprovement;
    private List<Tensor> best = List.of();
    private double bestLoss = Double.POSITIVE_INFINITY;
    private double referenceLoss = Double.POSITIVE_INFINITY;
    private int evaluationsSinceReset;

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
    public boolean shouldStop(double validationLoss, Layer network) {
        Require.notNull("EarlyStopping", "network", network);
        if (validationLoss < bestLoss) {
            bestLoss = validationLoss;
            best = tensors(network).stream().map(Tensor::copy).toList();
        }
        if (validationLoss < referenceLoss - minimumImprovement) {
            referenceLoss = validationLoss;
            evaluationsSinceReset = 0;
        } else {
            evaluationsSinceReset++;
        }
        return evaluationsSinceReset >= patience;
    }

    /** Returns the lowest validation loss, which is that of the copy; infinite before the first evaluation. */
    public double bestLoss() {
        return bestLoss;
    }

    /**
     * Restores the best parameters and buffers.
     *
     * @throws IllegalStateException if no evaluation had a finite loss
     */
    public void restoreBest(Layer network) {
        Require.notNull("EarlyStopping", "network", network);
        if (best.isEmpty()) {
            throw new IllegalStateException("EarlyStopping: expected an evaluation before restoreBest");
        }
        List<Tensor> current = tensors(network);
        for (int i = 0; i < best.size(); i++) {
            current.get(i).copyFrom(best.get(i));
        }
    }

    private static List<Tensor> tensors(Layer network) {
        List<Tensor> tensors = new ArrayList<>();
        network.parameters().stream().map(Parameter::value).forEach(tensors::add);
        network.buffers().stream().map(Buffer::value).forEach(tensors::add);
        return tensors;
    }
}
