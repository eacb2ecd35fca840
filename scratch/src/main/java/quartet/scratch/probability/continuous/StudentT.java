package quartet.scratch.probability.continuous;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.MaximumLikelihood;
import quartet.scratch.probability.special.IncompleteBeta;
import quartet.scratch.probability.special.LogGamma;
import quartet.scratch.probability.special.SaddlePoint;

/**
 * Student's t distribution of a standard normal variable divided by the square root of an independent chi-squared
 * variable over its degrees of freedom.
 * <pre>{@code f(t) = Gamma((v+1)/2) / (sqrt(v pi) Gamma(v/2)) (1 + t^2/v)^(-(v+1)/2)
 * P(T > t) = I(v / (v + t^2); v/2, 1/2) / 2   for t >= 0;   mean 0 (v > 1), variance v/(v-2) (v > 2)}</pre>
 * Source: Casella and Berger (2002), section 5.3; DLMF 8.17 for I; Loader (2000) for the constant of the density.
 *
 * @param degreesOfFreedom v > 0, not necessarily an integer
 */
public record StudentT(double degreesOfFreedom) implements ContinuousDistribution {

    /** For a larger t / sqrt(v), only the first term of the tail counts. */
    private static final double LARGE = 1e100;

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    /** Rejects degrees of freedom that are not positive. */
    public StudentT {
        Require.positive("StudentT: degreesOfFreedom", degreesOfFreedom);
    }

    /**
     * Returns the maximum-likelihood fit of the degrees of freedom, to about six digits. If the tails of the sample are
     * no heavier than those of the normal distribution, the likelihood increases without bound and the result is a
     * large number.
     *
     * @throws IllegalArgumentException unless there are at least two finite observations
     */
    public static StudentT fit(double[] sample) {
        RequireArray.sample("StudentT.fit", sample, 2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double[] logarithm = MaximumLikelihood.maximize(
                p -> MaximumLikelihood.mean(sample, new StudentT(Math.exp(p[0]))::logDensity), Math.log(5));
        return new StudentT(Math.exp(logarithm[0]));
    }

    @Override
    public double logDensity(double x) {
        double size = Math.abs(Require.notNaN("StudentT: x", x));
        double v = degreesOfFreedom;
        double half = v / 2;
        double constant = LogGamma.stirlingError(half + 0.5)
                - LogGamma.stirlingError(half)
                - SaddlePoint.deviance(half, half + 0.5)
                - HALF_LOG_TWO_PI;
        double ratio = size * size / v;
        double halfLog = Double.isInfinite(ratio) ? Math.log(size) - 0.5 * Math.log(v) : 0.5 * Math.log1p(ratio);
        return constant - (v + 1) * halfLog;
    }

    @Override
    public double cumulative(double x) {
        Require.notNaN("StudentT: x", x);
        return x < 0 ? tail(-x) : 1 - tail(x);
    }

    @Override
    public double survival(double x) {
        return cumulative(-x);
    }

    /** Returns P(T > t) for t >= 0, as half of I(x; v/2, 1/2) with x = 1 / (1 + r^2) and r = t / sqrt(v). */
    private double tail(double t) {
        double v = degreesOfFreedom;
        double r = t / Math.sqrt(v);
        if (r > LARGE) {
            return 0.5 * IncompleteBeta.ofTinyArgument(Math.log(v) - 2 * Math.log(t), v / 2, 0.5);
        }
        double x = 1 / (1 + r * r);
        // a - (a + b) x = v (t^2 - 1) / (2 (v + t^2))
        double excess = (t - 1) * x * (t + 1) / 2;
        return 0.5 * IncompleteBeta.lower(x, r * r * x, v / 2, 0.5, excess);
    }

    @Override
    public double sample(RandomGenerator random) {
        double chiSquared = new ChiSquared(degreesOfFreedom).sample(random);
        return Normal.STANDARD.sample(random) / Math.sqrt(chiSquared / degreesOfFreedom);
    }

    @Override
    public double mean() {
        return degreesOfFreedom > 1 ? 0 : Double.NaN;
    }

    @Override
    public double variance() {
        if (degreesOfFreedom > 2) {
            return degreesOfFreedom / (degreesOfFreedom - 2);
        }
        return degreesOfFreedom > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    @Override
    public double supportLower() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }
}
