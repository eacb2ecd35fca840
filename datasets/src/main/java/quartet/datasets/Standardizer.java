package quartet.datasets;

import java.util.List;

/**
 * Column-wise standardization with the training set's statistics.
 *
 * <pre>{@code z = (x - mean) / deviation, but within +-LIMIT}</pre>
 *
 * The limit is for the odd row: California Housing has a block with 1,243 people a household, 119 deviations from the
 * mean, and a few such rows would throw a network's training back in every epoch in which they come late.
 *
 * The deviation is the population's (divided by n), as in scikit-learn's StandardScaler. A missing value (NaN) does not
 * count for the statistics and becomes the mean, that is 0; a constant column becomes 0.
 */
record Standardizer(double[] means, double[] deviations) {
    /** No standardized value is further from 0. */
    static final double LIMIT = 10;

    /** Learns from columns of training values. */
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

    float standardize(int column, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double z = (value - means[column]) / deviations[column];
        return (float) Math.max(-LIMIT, Math.min(LIMIT, z));
    }

    /**
     * Mean and population standard deviation of the values that are not NaN; the deviation is 1 where it would be 0.
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
        // A constant column's rounding errors must not be blown up to unit variance.
        boolean constant = deviation <= 1e-12 * Math.max(1, Math.abs(mean));
        return new double[] {mean, constant ? 1 : deviation};
    }
}
