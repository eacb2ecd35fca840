package quartet.scratch.evaluation.resampling;

/**
 * A learning algorithm with its hyper-parameters.
 * <pre>{@code
 * Model line = (x, y) -> {
 *     Vector coefficients = LinearSystems.leastSquares(Matrix.of(x), Vector.of(y));
 *     return rows -> Matrix.of(rows).times(coefficients).toArray();
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Model {
    /**
     * Trains a predictor. A model that needs random numbers seeds its own generator, so that each call is reproducible.
     *
     * @param x the features [rows, features], neither modified nor retained
     * @param y the values, or the classes 0, 1, ... as numbers [rows]
     */
    Predictor fit(double[][] x, double[] y);
}
