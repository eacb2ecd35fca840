package quartet.scratch.model.neighbour;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.evaluation.resampling.Predictor;

/**
 * Regression by the k nearest training rows.
 * <pre>{@code f(x) = 1/k sum of y_i over the k rows nearest to x}</pre>
 * Source: Hastie, Tibshirani, Friedman (2009), equation 2.8.
 */
public final class NeighbourRegressor implements Predictor {

    private final NearestNeighbours neighbours;
    private final double[] y;
    private final int k;

    private NeighbourRegressor(NearestNeighbours neighbours, double[] y, int k) {
        this.neighbours = neighbours;
        this.y = y;
        this.k = k;
    }

    /**
     * Stores the training rows.
     *
     * @param x the features [rows, features], usually standardized
     * @param y the targets [rows]
     * @param k the number of neighbours in [1, rows]
     * @throws IllegalArgumentException if the shapes do not match, a number is not finite, or k is out of range
     */
    public static NeighbourRegressor fit(double[][] x, double[] y, int k) {
        NearestNeighbours neighbours = new NearestNeighbours(x);
        RequireArray.sameLength("NeighbourRegressor", "targets", x.length, y.length);
        RequireArray.finite("NeighbourRegressor", "targets", y);
        Require.that(k >= 1 && k <= x.length, "NeighbourRegressor: expected k in [1, %d], but was %d", x.length, k);
        return new NeighbourRegressor(neighbours, y.clone(), k);
    }

    /**
     * Returns f(x) for one row.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double predict(double[] row) {
        return Arrays.stream(neighbours.of(row, k))
                .mapToDouble(i -> y[i])
                .average()
                .orElseThrow();
    }

    @Override
    public double[] predict(double[][] x) {
        Require.notNull("NeighbourRegressor", "rows", x);
        return Arrays.stream(x).mapToDouble(this::predict).toArray();
    }
}
