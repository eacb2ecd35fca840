package quartet.scratch.probability.continuous;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.MaximumLikelihood;
import quartet.scratch.probability.special.IncompleteBeta;
import quartet.scratch.probability.special.SaddlePoint;

/**
 * Fisher's F distribution of the ratio of two independent chi-squared variables, each divided by its degrees of
 * freedom.
 * <pre>{@code x = m f / (m f + n):   F(f) = I(x; m/2, n/2),   density = x (1-x) / f  times  Beta(m/2, n/2) density at x
 * mean n/(n-2) (n > 2),   variance 2 n^2 (m+n-2) / (m (n-2)^2 (n-4)) (n > 4)}</pre>
 * Source: Casella and Berger (2002), section 5.3.
 *
 * @param numeratorDegrees m > 0
 * @param denominatorDegrees n > 0
 */
public record FisherF(double numeratorDegrees, double denominatorDegrees) implements ContinuousDistribution {

    /** For a smaller argument of the beta function, only the first term of its series counts. */
    private static final double TINY = 1e-290;

    /** Rejects degrees of freedom that are not positive. */
    public FisherF {
        Require.positive("FisherF: numeratorDegrees", numeratorDegrees);
        Require.positive("FisherF: denominatorDegrees", denominatorDegrees);
    }

    /**
     * Returns the maximum-likelihood fit of both degrees of freedom, to about six digits. The fit needs many
     * observations, because the density hardly changes with large degrees of freedom.
     *
     * @throws IllegalArgumentException unless there are at least two observations, all positive and finite
     */
    public static FisherF fit(double[] sample) {
        RequireArray.sample("FisherF.fit", sample, 2, 0, Double.POSITIVE_INFINITY);
        double[] logarithms = MaximumLikelihood.maximize(
                p -> MaximumLikelihood.mean(sample, new FisherF(Math.exp(p[0]), Math.exp(p[1]))::logDensity),
                Math.log(5),
                Math.log(5));
        return new FisherF(Math.exp(logarithms[0]), Math.exp(logarithms[1]));
    }

    /** Returns x = m f / (m f + n) and 1 - x, both without subtraction. */
    private double[] shares(double f) {
        double ratio = numeratorDegrees / denominatorDegrees * f;
        return ratio <= 1
                ? new double[] {ratio / (1 + ratio), 1 / (1 + ratio)}
                : new double[] {1 / (1 + 1 / ratio), 1 / ratio / (1 + 1 / ratio)};
    }

    @Override
    public double logDensity(double x) {
        Require.notNaN("FisherF: x", x);
        double a = numeratorDegrees / 2;
        double b = denominatorDegrees / 2;
        if (x < 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 0) {
            return a == 1 ? 0 : a < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double[] shares = shares(x);
        return SaddlePoint.logBinomial(a, b, shares[0], shares[1], excess(x, shares))
                + Math.log(a)
                + Math.log(b)
                - Math.log(a + b)
                - Math.log(x);
    }

    /** Returns a - (a + b) x with a = m/2 and b = n/2, without the rounding error of x. */
    private double excess(double f, double[] shares) {
        return numeratorDegrees / 2 * (1 - f) * shares[1];
    }

    @Override
    public double cumulative(double x) {
        Require.notNaN("FisherF: x", x);
        double a = numeratorDegrees / 2;
        double b = denominatorDegrees / 2;
        double f = Math.max(x, 0);
        double[] shares = shares(f);
        if (f > 0 && shares[0] < TINY) {
            return IncompleteBeta.ofTinyArgument(Math.log(a) - Math.log(b) + Math.log(f), a, b);
        }
        return IncompleteBeta.lower(shares[0], shares[1], a, b, excess(f, shares));
    }

    @Override
    public double survival(double x) {
        Require.notNaN("FisherF: x", x);
        double a = numeratorDegrees / 2;
        double b = denominatorDegrees / 2;
        double f = Math.max(x, 0);
        double[] shares = shares(f);
        if (f < Double.POSITIVE_INFINITY && shares[1] < TINY) {
            return IncompleteBeta.ofTinyArgument(Math.log(b) - Math.log(a) - Math.log(f), b, a);
        }
        return IncompleteBeta.lower(shares[1], shares[0], b, a, -excess(f, shares));
    }

    @Override
    public double sample(RandomGenerator random) {
        double numerator = new ChiSquared(numeratorDegrees).sample(random) / numeratorDegrees;
        return numerator / (new ChiSquared(denominatorDegrees).sample(random) / denominatorDegrees);
    }

    @Override
    public double mean() {
        return denominatorDegrees > 2 ? denominatorDegrees / (denominatorDegrees - 2) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        double m = numeratorDegrees;
        double n = denominatorDegrees;
        if (n > 4) {
            return 2 * n * n * (m + n - 2) / (m * (n - 2) * (n - 2) * (n - 4));
        }
        return n > 2 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    @Override
    public double supportLower() {
        return 0;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }
}
