package quartet.scratch.evaluation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * Why a model errs, found by letting it learn again and again from fresh data of a known law.
 * <pre>{@code
 * y = f(x) + e,   E e = 0,  Var e = sigma^2
 * E (y - p(x))^2 = (E p(x) - f(x))^2 + Var p(x) + sigma^2
 *      error     =    bias^2         + variance + noise
 * }</pre>
 * The expectation is over training sets and new targets, and the mean over the test points is reported. p is what one
 * training set teaches; R of them are drawn. Bias and variance use divisor R, so the measured squared bias contains
 * variance / R. The error is measured on its own, with new noise, so the equation holds up to chance. Source: Geman,
 * Bienenstock, Doursat (1992), "Neural Networks and the Bias/Variance Dilemma", section 2; Hastie, Tibshirani, Friedman
 * (2009), equation 7.9.
 *
 * @param squaredBias how wrong the model is on average
 * @param variance how much it depends on which examples it saw
 * @param noise sigma^2, which nobody can avoid
 * @param error the measured mean squared error
 * @param errorStandardError how far the measured error is from the expected one, by chance: its standard deviation over
 *     the training sets, divided by sqrt(R)
 */
public record BiasVariance(double squaredBias, double variance, double noise, double error, double errorStandardError) {

    /**
     * A law of which data can be drawn, at fixed points.
     *
     * @param function f
     * @param noiseDeviation sigma, of normal noise; at least 0
     * @param trainX where the training targets are measured [rows, features]
     * @param testX where the model is judged [rows, features]
     */
    public record Law(ToDoubleFunction<double[]> function, double noiseDeviation, double[][] trainX, double[][] testX) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if there are no points, or the deviation is negative or not finite
         */
        public Law {
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
     * Runs the experiment.
     *
     * @param repetitions R: how many training sets, at least 2
     * @throws IllegalArgumentException if there are fewer, or a prediction or a value of the law is not finite or
     *     missing
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
