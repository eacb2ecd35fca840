package quartet.scratch.model;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * A shift and a scale for each feature, after which the training rows have mean 0 and standard deviation 1.
 * <pre>{@code z_j = (x_j - m_j) / s_j,   m_j = mean,   s_j^2 = 1/n sum_i (x_ij - m_j)^2}</pre>
 * Penalties, distances and kernels compare features with each other, so they need features of comparable size. The
 * statistics come from the training rows alone. A constant feature has s = 1 and becomes 0.
 * Source: Hastie, Tibshirani, Friedman (2009), sections 3.4.1 and 13.3.
 */
public final class Standardization {

    private final double[] means;
    private final double[] deviations;

    private Standardization(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Computes the statistics of the training rows.
     *
     * @param x [rows, features]
     * @throws IllegalArgumentException if there is no row, the rows differ in length or a number is not finite
     */
    public static Standardization fit(double[][] x) {
        RequireArray.table("Standardization", 1, x);
        int features = x[0].length;
        double[] means = new double[features];
        double[] deviations = new double[features];
        for (int j = 0; j < features; j++) {
            int feature = j;
            double mean =
                    Arrays.stream(x).mapToDouble(row -> row[feature]).average().orElseThrow();
            double variance = Arrays.stream(x)
                    .mapToDouble(row -> (row[feature] - mean) * (row[feature] - mean))
                    .average()
                    .orElseThrow();
            means[j] = mean;
            deviations[j] = variance > 0 ? Math.sqrt(variance) : 1;
        }
        return new Standardization(means, deviations);
    }

    /**
     * Returns the standardized row z [features].
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double[] apply(double[] row) {
        RequireArray.row("Standardization", means.length, row);
        double[] z = new double[row.length];
        Arrays.setAll(z, j -> (row[j] - means[j]) / deviations[j]);
        return z;
    }

    /** Returns the standardized rows [rows, features]. */
    public double[][] apply(double[][] x) {
        Require.notNull("Standardization", "rows", x);
        return Arrays.stream(x).map(this::apply).toArray(double[][]::new);
    }

    /** Returns a copy of the means m [features]. */
    public double[] means() {
        return means.clone();
    }

    /** Returns a copy of the standard deviations s [features]. */
    public double[] standardDeviations() {
        return deviations.clone();
    }
}
