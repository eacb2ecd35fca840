package quartet.scratch.generative;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.Normal;
import quartet.scratch.probability.special.LogSumExp;
import quartet.scratch.statistics.Summary;

/**
 * Kernel density estimation with a Gaussian kernel centred on each observation.
 * <pre>{@code
 * f(x) = 1/n sum_i N(x; x_i, h^2)
 * Silverman's rule:  h = 0.9 min(s, IQR / 1.34) n^(-1/5)
 * }</pre>
 * s is the standard deviation with divisor n - 1. IQR is the interquartile range, by linear interpolation between order
 * statistics as in R. A bandwidth h that is too small shows noise, and one that is too large hides the structure.
 * Silverman's rule assumes normal data and oversmooths distributions with well separated modes.
 * Source: Silverman, Density Estimation for Statistics and Data Analysis (1986), sections 2.4 and 3.4.2, equations 2.2a
 * and 3.31.
 */
public final class KernelDensity {

    private final double[] observations;
    private final Normal kernel;

    /**
     * Creates an estimate with the given bandwidth.
     *
     * @param observations x_i, at least one
     * @param bandwidth h, in the unit of the observations, positive
     * @throws IllegalArgumentException if there is no observation, one is not finite, or the bandwidth is not a
     *     positive number
     */
    public KernelDensity(double[] observations, double bandwidth) {
        Require.atLeast("KernelDensity", "observations", 1, observations.length);
        RequireArray.row("KernelDensity", observations.length, observations);
        this.observations = observations.clone();
        this.kernel = new Normal(0, Require.positive("KernelDensity", "bandwidth", bandwidth));
    }

    /** Creates an estimate with {@link #silvermanBandwidth}. */
    public static KernelDensity of(double[] observations) {
        return new KernelDensity(observations, silvermanBandwidth(observations));
    }

    /**
     * Returns the bandwidth of Silverman's rule. If the quartiles are equal, only s is used.
     *
     * @throws IllegalArgumentException unless there are at least two different observations, all finite
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

    /** Returns the bandwidth h. */
    public double bandwidth() {
        return kernel.standardDeviation();
    }

    /**
     * Returns f(x), at least 0.
     *
     * @throws IllegalArgumentException if x is NaN
     */
    public double density(double x) {
        return Math.exp(logDensity(x));
    }

    /**
     * Returns log f(x) in nats, which is finite even if f(x) underflows.
     *
     * @throws IllegalArgumentException if x is NaN
     */
    public double logDensity(double x) {
        double[] terms =
                Arrays.stream(observations).map(o -> kernel.logDensity(x - o)).toArray();
        return LogSumExp.of(terms) - Math.log(terms.length);
    }

    /** Draws a random observation plus normal noise of standard deviation h (the smoothed bootstrap). */
    public double sample(RandomGenerator random) {
        return observations[random.nextInt(observations.length)] + kernel.sample(random);
    }
}
