package quartet.scratch.calculus.integral;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.calculus.Estimate;

/**
 * Monte Carlo integration with an error bar.
 * <pre>{@code I = V mean(f(x_i)),   standard error = V sd(f) / sqrt(n),   x_i uniform in the box of volume V}</pre>
 * The error decreases as 1 / sqrt(n) in any dimension d, whereas a grid with k points per axis needs k^d evaluations.
 * By the central limit theorem, the exact value lies within two standard errors in about 95 of 100 cases.
 * Source: Press et al., Numerical Recipes (3rd ed.), section 7.7.
 */
public final class MonteCarlo {

    private MonteCarlo() {}

    /**
     * Returns the integral of f over the box [lower_1, upper_1] x ... x [lower_d, upper_d].
     *
     * @param lower the lower corner, [d]
     * @param upper the upper corner, [d]
     * @param samples the number of random points, at least 2
     * @return the integral with one standard error
     * @throws IllegalArgumentException if the corners differ in length or are not finite with {@code lower < upper}, if
     *     {@code samples < 2}, or if f is not finite at a sample
     */
    public static Estimate integrate(
            ToDoubleFunction<double[]> f, double[] lower, double[] upper, int samples, RandomGenerator random) {
        double volume = volume(lower, upper);
        Require.atLeast("MonteCarlo.integrate: samples", 2, samples);
        double mean = 0;
        double squares = 0;
        double[] x = new double[lower.length];
        for (int i = 1; i <= samples; i++) {
            for (int d = 0; d < x.length; d++) {
                x[d] = lower[d] + (upper[d] - lower[d]) * random.nextDouble();
            }
            double value = Require.finite("MonteCarlo.integrate: f at a sample", f.applyAsDouble(x.clone()));
            // Welford's update avoids the cancellation of sums of squares.
            double delta = value - mean;
            mean += delta / i;
            squares += delta * (value - mean);
        }
        double variance = squares / (samples - 1);
        return new Estimate(volume * mean, volume * Math.sqrt(variance / samples));
    }

    private static double volume(double[] lower, double[] upper) {
        RequireArray.point("MonteCarlo.integrate: lower", lower);
        if (upper.length != lower.length) {
            throw new IllegalArgumentException("MonteCarlo.integrate: expected an upper corner of length "
                    + lower.length + ", but was " + upper.length);
        }
        double volume = 1;
        for (int d = 0; d < lower.length; d++) {
            Require.interval("MonteCarlo.integrate: dimension " + d, lower[d], upper[d]);
            volume *= upper[d] - lower[d];
        }
        return volume;
    }
}
