package quartet.scratch.model.linear;

import java.util.Arrays;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.evaluation.resampling.Predictor;

/**
 * A linear function of the features.
 * <pre>{@code f(x) = b0 + sum_j b_j x_j}</pre>
 * Source: Hastie, Tibshirani, Friedman (2009), equation 3.1.
 */
public final class LinearModel implements Predictor {

    private final double intercept;
    private final double[] coefficients;

    /**
     * Creates the function.
     *
     * @param intercept b0
     * @param coefficients b [features]
     * @throws IllegalArgumentException if there is no coefficient or a number is not finite
     */
    public LinearModel(double intercept, double... coefficients) {
        this.intercept = Require.finite("LinearModel: intercept", intercept);
        this.coefficients =
                RequireArray.point("LinearModel: coefficients", coefficients).clone();
    }

    /**
     * Creates the function from coefficients of centred features: b0 makes f(mean of x) the mean of y.
     *
     * @param means the means of the features [features]
     */
    static LinearModel ofCentred(double targetMean, double[] means, double[] coefficients) {
        double intercept = targetMean;
        for (int j = 0; j < means.length; j++) {
            intercept -= means[j] * coefficients[j];
        }
        return new LinearModel(intercept, coefficients);
    }

    /** Returns b0. */
    public double intercept() {
        return intercept;
    }

    /** Returns a copy of b [features]. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * Returns f(x) for one row.
     *
     * @throws IllegalArgumentException if the row has another length or is not finite
     */
    public double predict(double[] row) {
        RequireArray.row("LinearModel", coefficients.length, row);
        double sum = intercept;
        for (int j = 0; j < row.length; j++) {
            sum += coefficients[j] * row[j];
        }
        return sum;
    }

    @Override
    public double[] predict(double[][] x) {
        Require.notNull("LinearModel", "rows", x);
        return Arrays.stream(x).mapToDouble(this::predict).toArray();
    }
}
