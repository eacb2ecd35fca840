package quartet.scratch.generative.sampling;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * The Metropolis algorithm with normal proposals (random walk).
 * <pre>{@code
 * propose y = x + step z,  z ~ N(0, I);   move to y with probability min(1, p(y) / p(x)), otherwise stay at x
 * }</pre>
 * The chain has p as its stationary distribution, because {@code p(x) P(x -> y)} is symmetric in x and y. Only ratios of p
 * occur, so its normalization may be unknown. An acceptance rate between 0.2 and 0.5 indicates a good step.
 * Source: Metropolis et al. (1953); Bishop (2006), section 11.2; Roberts, Gelman, Gilks (1997) for the acceptance rate.
 *
 * @param step the standard deviation of a proposal in every coordinate, greater than 0
 */
public record Metropolis(double step) {

    /** Rejects a step that is not positive. */
    public Metropolis {
        Require.positive("Metropolis", "step", step);
    }

    /**
     * Runs a chain.
     *
     * @param logDensity ln p up to a constant; -infinity outside the support
     * @param start the first point [dimensions], inside the support
     * @param burnIn the number of first points that are dropped, at least 0
     * @param count the number of points that are kept, at least 2
     * @throws IllegalArgumentException if the start is not finite or outside the support, a count is out of range, or the
     *     density is NaN
     */
    public SampleChain sample(
            ToDoubleFunction<double[]> logDensity, double[] start, int burnIn, int count, RandomGenerator random) {
        RequireArray.point("Metropolis: start", start);
        Require.atLeast("Metropolis: burnIn", 0, burnIn);
        Require.atLeast("Metropolis: count", 2, count);
        double[] x = start.clone();
        double logarithm = Require.finite("Metropolis: log density at the start", logDensity.applyAsDouble(x));
        double[][] points = new double[count][];
        int accepted = 0;
        for (int n = -burnIn; n < count; n++) {
            double[] y = x.clone();
            for (int j = 0; j < y.length; j++) {
                y[j] += step * random.nextGaussian();
            }
            double proposed = Require.notNaN("Metropolis: log density", logDensity.applyAsDouble(y));
            if (Math.log(1 - random.nextDouble()) < proposed - logarithm) {
                x = y;
                logarithm = proposed;
                accepted += n >= 0 ? 1 : 0;
            }
            if (n >= 0) {
                points[n] = x;
            }
        }
        return new SampleChain(points, (double) accepted / count);
    }
}
