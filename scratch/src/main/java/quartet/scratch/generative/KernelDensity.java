package quartet.scratch.generative;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.probability.special.LogSumExp;
import quartet.scratch.statistics.Summary;

/**
 * A density without a formula: a little normal hill on each observation.
 * <pre>{@code
 * f(x) = 1/n sum_i N(x; x_i, h^2)
 * Silverman's rule:  h = 0.9 min(s, IQR / 1.34) n^(-1/5)
 * }</pre>
 * s is the standard deviation (divisor n - 1), IQR the distance of the quartiles (linear between order statistics, as
 * in R). The bandwidth h decides everything: too small shows noise, too large hides the shape. The rule is made for
 * normal data and smooths several far peaks too much. Source: Silverman, Density Estimation for Statistics and Data
 * Analysis (1986), sections 2.4 and 3.4.2, equations 2.2a and 3.31.
 */
public final class KernelDensity {

    private final double[] observations;
    private final Normal kernel;

    /**
     * With a bandwidth of one's own.
     *
     * @param observations x_i, at least one
     * @param bandwidth h, in the observations' unit, above 0
     * @throws IllegalArgumentException if there is no observation, one is not finite, or the bandwidth is not such
     */
    public KernelDensity(double[] observations, double bandwidth) {
        Require.atLeast("KernelDensity", "observations", 1, observations.length);
        RequireArray.row("KernelDensity", observations.length, observations);
        this.observations = observations.clone();
        this.kernel = new Normal(0, Require.positive("KernelDensity", "bandwidth", bandwidth));
    }

    /** With {@link #silvermanBandwidth}. */
    public static KernelDensity of(double[] observations) {
        return new KernelDensity(observations, silvermanBandwidth(observations));
    }

    /**
     * Silverman's rule. If the quartiles are equal, s alone is used.
     *
     * @throws IllegalArgumentException if there are not two different observations, or one is not finite
     */
    public static double silvermanBandwidth(double[] observations) {
        Require.atLeast("KernelDensity", "observations", 2, observations.length);
        RequireArray.row("KernelDensity", observations.length, observations);
        Summary summary = Summary.of(observations);
        if (summary.minimum() == summary.maximum()) {
            throw new IllegalArgumentException(
                    "KernelDensity: expected different observations, but all were " + summary.minimum());
        }
        double deviation = summary.standardDeviation();
        double spread = summary.interquartileRange() / 1.34;
        return 0.9 * (spread > 0 ? Math.min(deviation, spread) : deviation) * Math.pow(observations.length, -0.2);
    }

    /** h. */
    public double bandwidth() {
        return kernel.standardDeviation();
    }

    /**
     * f(x), at least 0.
     *
     * @throws IllegalArgumentException if x is NaN
     */
    public double density(double x) {
        return Math.exp(logDensity(x));
    }

    /**
     * log f(x) in nats; finite also where f(x) is too small for a number.
     *
     * @throws IllegalArgumentException if x is NaN
     */
    public double logDensity(double x) {
        double[] terms =
                Arrays.stream(observations).map(o -> kernel.logDensity(x - o)).toArray();
        return LogSumExp.of(terms) - Math.log(terms.length);
    }

    /** A random number: a random observation, plus normal noise of deviation h (the smoothed bootstrap). */
    public double sample(RandomGenerator random) {
        return observations[random.nextInt(observations.length)] + kernel.sample(random);
    }
}
