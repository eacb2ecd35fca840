package quartet.datasets;

import java.util.List;
import quartet.datasets.recipe.NumberCode;
import quartet.datasets.recipe.NumberStyle;

/**
 * Column-wise standardization with the statistics of the training set.
 *
 * <pre>{@code z = (x - mean) / deviation, clipped to [-LIMIT, LIMIT]}</pre>
 *
 * <p>The limit protects the training from outliers. California Housing has a block with 1,243 people per household, 119
 * deviations above the mean; a few such rows would disturb the weights in every epoch.
 *
 * <p>The deviation is that of the population (divided by n), as in scikit-learn's StandardScaler. The statistics ignore
 * missing values (NaN). A missing value becomes the mean, which is 0; a constant column becomes 0.
 */
record Standardizer(double[] means, double[] deviations) {
    /** The largest absolute value of a standardized number. */
    static final double LIMIT = NumberCode.LIMIT;

    /** Returns the standardizer of these columns of training values. */
    static Standardizer fit(List<double[]> columns) {
        double[] means = new double[columns.size()];
        double[] deviations = new double[columns.size()];
        for (int j = 0; j < means.length; j++) {
            double[] meanAndDeviation = meanAndDeviation(columns.get(j));
            means[j] = meanAndDeviation[0];
            deviations[j] = meanAndDeviation[1];
        }
        return new Standardizer(means, deviations);
    }

    /** Returns the standardized value of a number in the given column. */
    float standardize(int column, double value) {
        float[] feature = new float[1];
        code(column, "").encode(value, feature, 0);
        return feature[0];
    }

    /** Returns the code of a column: the mean replaces a missing value. */
    NumberCode code(int column, String name) {
        return new NumberCode(
                name, NumberStyle.POINT, List.of(), means[column], means[column], deviations[column], false);
    }

    /**
     * Returns the mean and the population standard deviation of the values that are not NaN. The deviation of constant
     * values is 1.
     */
    static double[] meanAndDeviation(double[] values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
            }
        }
        double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
        // The rounding errors of a constant column must not be scaled to unit variance.
        boolean constant = deviation <= 1e-12 * Math.max(1, Math.abs(mean));
        return new double[] {mean, constant ? 1 : deviation};
    }
}
