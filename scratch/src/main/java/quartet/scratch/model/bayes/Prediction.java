package quartet.scratch.model.bayes;

import quartet.scratch.argument.Require;
import quartet.scratch.probability.continuous.Normal;

/**
 * The predictive distribution of one target, {@code N(mean, functionVariance + noiseVariance)}.
 *
 * @param mean the expected target
 * @param functionVariance the uncertainty about the function, which more data reduce, in the squared unit of the target
 * @param noiseVariance the variance of targets about the function, which more data do not reduce
 */
public record Prediction(double mean, double functionVariance, double noiseVariance) {

    /** Rejects variances that are negative. */
    public Prediction {
        Require.finite("Prediction: mean", mean);
        Require.notNegative("Prediction", "functionVariance", functionVariance);
        Require.notNegative("Prediction", "noiseVariance", noiseVariance);
    }

    /** Returns the variance of a new target. */
    public double variance() {
        return functionVariance + noiseVariance;
    }

    /**
     * Returns the distribution of a new target.
     *
     * @throws IllegalArgumentException if both variances are 0
     */
    public Normal distribution() {
        return new Normal(mean, Math.sqrt(variance()));
    }
}
