package quartet.scratch.evaluation.resampling;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.evaluation.RegressionScores;

/**
 * The bias-variance decomposition of the prediction error, measured by training on many samples from a known
 * distribution.
 * <pre>{@code
 * y = f(x) + e,   E e = 0,  Var e = sigma^2
 * E (y - p(x))^2 = (E p(x) - f(x))^2 + Var p(x) + sigma^2
 *      error     =    bias^2         + variance + noise
 * }</pre>
 * The expectation is over training sets and new targets; the result is the mean over the test points. p is the
 * prediction of a model trained on one of R training sets. Bias and variance use the divisor R, so the measured squared
 * bias contains variance / R. The error is measured independently, with new noise, so the equation holds up to sampling
 * error.
 * Source: Geman, Bienenstock, Doursat (1992), "Neural Networks and the Bias/Variance Dilemma", section 2; Hastie,
 * Tibshirani, Friedman (2009), equation 7.9.
 *
 * @param squaredBias the squared error of the mean prediction
 * @param variance the variance of the predictions over training sets
 * @param noise sigma^2, the irreducible error
 * @param error the measured mean squared error
 * @param errorStandardError the standard error of the measured error: its standard deviation over the training sets,
 *     divided by sqrt(R)
 */
public record BiasVariance(double squaredBias, double variance, double noise, double error, double errorStandardError) {

    /**
     * A data distribution with fixed points and random targets.
     *
     * @param function f
     * @param noiseDeviation sigma of the normal noise, at least 0
     * @param trainX the training points [rows, features]
     * @param testX the test points [rows, features]
     */
    public record Law(ToDoubleFunction<double[]> function, double noiseDeviation, double[][] trainX, double[][] testX) {

        /**
         * Validates the distribution.
         *
         * @throws IllegalArgumentException if there are no points, or the deviation is negative or not finite
         */
        public Law {
            Require.notNull("BiasVariance", "function", function);
            Require.atLeast("BiasVariance", "training points", 1, trainX.length);
            Require.atLeast("BiasVariance", "test points", 1, testX.length);
            if (!(noiseDeviation >= 0 && Double.isFinite(noiseDeviation))) {
                throw new IllegalArgumentException(
                        "BiasVariance: expected a noise deviation of at least 0, but was " + noiseDeviation);
            }
        }

        private double[] truth(double[][] x) {
            return Arrays.stream(x).mapToDouble(function).toArray();
        }

        private double[] targets(double[][] x, RandomGenerator random) {
            return Arrays.stream(truth(x))
                    .map(value -> value + noiseDeviation * random.nextGaussian())
                    .toArray();
        }
    }

    /**
     * Measures the decomposition.
     *
     * @param repetitions R, the number of training sets, at least 2
     * @throws IllegalArgumentException if there are fewer, a prediction or a value of the function is not finite, or
     *     predictions are missing
     */
    public static BiasVariance of(Model model, Law law, int repetitions, RandomGenerator random) {
        Require.atLeast("BiasVariance", "repetitions", 2, repetitions);
        double[] truth = law.truth(law.testX());
        RequireArray.finite("BiasVariance", "values of the law", truth);
        double[][] predictions = new double[repetitions][];
        double[] errors = new double[repetitions];
        for (int r = 0; r < repetitions; r++) {
            Predictor predictor = model.fit(law.trainX(), law.targets(law.trainX(), random));
            predictions[r] = predictor.predict(law.testX());
            errors[r] = RegressionScores.meanSquaredError(law.targets(law.testX(), random), predictions[r]);
        }
        double squaredBias = 0;
        double variance = 0;
        for (int i = 0; i < truth.length; i++) {
            int point = i;
            double[] ofPoint =
                    Arrays.stream(predictions).mapToDouble(p -> p[point]).toArray();
            double bias = mean(ofPoint) - truth[i];
            squaredBias += bias * bias / truth.length;
            variance += variance(ofPoint) / truth.length;
        }
        return new BiasVariance(
                squaredBias,
                variance,
                law.noiseDeviation() * law.noiseDeviation(),
                mean(errors),
                Math.sqrt(variance(errors) / (repetitions - 1)));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray());
    }
}
