package quartet.scratch.evaluation;

/** What a {@link Model} has learned. */
@FunctionalInterface
public interface Predictor {
    /**
     * Predicts.
     *
     * @param x the features [rows, features]
     * @return a value, or a class as a number, for each row [rows]
     */
    double[] predict(double[][] x);
}
