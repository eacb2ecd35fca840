package quartet.scratch.evaluation;

import java.util.Arrays;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.linalg.Norms;
import quartet.scratch.linalg.Vector;

/**
 * Scores of predicted values, with the errors e_i = predicted_i - expected_i.
 * Source: Hastie, Tibshirani, Friedman (2009), The Elements of Statistical Learning, section 2.4.
 */
public final class RegressionScores {

    private RegressionScores() {}

    /**
     * Returns the root mean squared error, in the unit of the values.
     * <pre>{@code RMSE = sqrt(1/n sum_i e_i^2)}</pre>
     *
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a value is not finite
     */
    public static double rootMeanSquaredError(double[] expected, double[] predicted) {
        return Math.sqrt(meanSquaredError(expected, predicted));
    }

    /**
     * Returns the mean squared error, in the squared unit of the values.
     * <pre>{@code MSE = 1/n sum_i e_i^2}</pre>
     *
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a value is not finite
     */
    public static double meanSquaredError(double[] expected, double[] predicted) {
        return Arrays.stream(errors("meanSquaredError", expected, predicted))
                .map(e -> e * e)
                .average()
                .orElseThrow();
    }

    /**
     * Returns the mean absolute error, in the unit of the values.
     * <pre>{@code MAE = 1/n sum_i |e_i|}</pre>
     *
     * @throws IllegalArgumentException if the lengths differ, there is no row, or a value is not finite
     */
    public static double meanAbsoluteError(double[] expected, double[] predicted) {
        return Arrays.stream(errors("meanAbsoluteError", expected, predicted))
                .map(Math::abs)
                .average()
                .orElseThrow();
    }

    /**
     * Returns the coefficient of determination, the fraction of the variance that is explained.
     * <pre>{@code R2 = 1 - sum_i e_i^2 / sum_i (expected_i - mean)^2}</pre>
     * A perfect prediction scores 1 and the mean of the expected values scores 0. The score may be negative.
     *
     * @throws IllegalArgumentException if the lengths differ, there is no row, a value is not finite, or all expected
     *     values are equal
     */
    public static double r2(double[] expected, double[] predicted) {
        double[] errors = errors("r2", expected, predicted);
        if (Arrays.stream(expected).allMatch(value -> value == expected[0])) {
            throw new IllegalArgumentException("r2: expected values that differ, but all were " + expected[0]);
        }
        // The norms neither overflow nor underflow, unlike the sums of squares.
        double largest = Norms.infinity(Vector.of(expected));
        double mean =
                Arrays.stream(expected).map(value -> value / largest).average().orElseThrow() * largest;
        double deviation = Norms.two(Vector.of(expected).map(value -> value - mean));
        double ratio = Norms.two(Vector.of(errors)) / deviation;
        return 1 - ratio * ratio;
    }

    private static double[] errors(String owner, double[] expected, double[] predicted) {
        RequireArray.sameLength(owner, "predictions", expected.length, predicted.length);
        RequireArray.finite(owner, "expected values", expected);
        RequireArray.finite(owner, "predictions", predicted);
        double[] errors = new double[expected.length];
        Arrays.setAll(errors, i -> predicted[i] - expected[i]);
        return errors;
    }
}
