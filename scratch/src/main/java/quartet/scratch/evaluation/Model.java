package quartet.scratch.evaluation;

/**
 * A way to learn from examples: all settings, no knowledge yet.
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
     * Learns. A model that needs random numbers brings its own seed, so that each call starts anew.
     *
     * @param x the features [rows, features]; not changed, not kept
     * @param y the values, or the classes 0, 1, ... as numbers [rows]
     */
    Predictor fit(double[][] x, double[] y);
}
