package quartet.contract;

import quartet.datasets.Features;

/** A function from features to predictions. */
@FunctionalInterface
public interface Predictor {

    /**
     * Predicts every row independently of the other rows in the batch.
     *
     * @return [rows, classes], or values [rows, 1]
     */
    Tensor predict(Features features);
}
