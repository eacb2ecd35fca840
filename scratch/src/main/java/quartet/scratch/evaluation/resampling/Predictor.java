package quartet.scratch.evaluation.resampling;

/** A trained {@link Model}. */
@FunctionalInterface
public interface Predictor {
    /**
     * Predicts a value, or a class as a number, for each row.
     *
     * @param x the features [rows, features]
     * @return the predictions [rows]
     */
    double[] predict(double[][] x);
}
