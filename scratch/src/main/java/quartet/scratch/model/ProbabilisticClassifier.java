package quartet.scratch.model;

import quartet.scratch.probability.special.LogSumExp;

/** A classifier that predicts the probability of every class. */
public interface ProbabilisticClassifier extends Classifier {

    /**
     * Returns the probabilities of the classes [classes], which have sum 1.
     *
     * @param row the features [features]
     * @throws IllegalArgumentException if the row has another length than the training rows, or is not finite
     */
    double[] probabilities(double[] row);

    /** Returns the most probable class, the first one if several are equal. */
    @Override
    default int classify(double[] row) {
        return LogSumExp.largest(probabilities(row));
    }
}
