package quartet.scratch.probability.continuous;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.probability.special.Digamma;
import quartet.scratch.probability.special.IncompleteBeta;
import quartet.scratch.probability.special.SaddlePoint;

/**
 * The beta distribution, the conjugate prior of a success probability.
 * <pre>{@code f(x) = x^(a-1) (1-x)^(b-1) / B(a, b),   F(x) = I(x; a, b),   0 <= x <= 1
 * mean a/(a+b),   variance ab / ((a+b)^2 (a+b+1))}</pre>
 * I is the {@link IncompleteBeta}.
 * Source: Casella and Berger (2002), section 3.3; Loader (2000) for the density.
 *
 * @param a > 0
 * @param b > 0
 */
public record Beta(double a, double b) implements ContinuousDistribution {

    private static final int NEWTON_STEPS = 100;

    /** Rejects parameters that are not positive. */
    public Beta {
        Require.positive("Beta: a", a);
        Require.positive("Beta: b", b);
    }

    /**
     * Returns the maximum-likelihood fit. Newton's method, started from the moment estimate, solves the two equations
     * <pre>{@code psi(a) - psi(a+b) = mean of ln x,    psi(b) - psi(a+b) = mean of ln(1-x)}</pre>
     * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions volume 2 (1995), chapter 25.
     *
     * @throws IllegalArgumentException unless there are at least two different observations, all in (0, 1)
     */
    public static Beta fit(double[] sample) {
        RequireArray.sample("Beta.fit", sample, 2, 0, 1);
        Normal moments = Normal.fit(sample);
        double logX = 0;
        double logY = 0;
        for (double x : sample) {
            logX += Math.log(x) / sample.length;
            logY += Math.log1p(-x) / sample.length;
        }
        double total = moments.mean() * (1 - moments.mean()) / moments.variance() - 1;
        double a = Math.max(moments.mean() * total, 1e-3);
        double b = Math.max((1 - moments.mean()) * total, 1e-3);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double both = Digamma.trigamma(a + b);
            double byA = Digamma.trigamma(a) - both;
            double byB = Digamma.trigamma(b) - both;
            double excessA = Digamma.of(a) - Digamma.of(a + b) - logX;
            double excessB = Digamma.of(b) - Digamma.of(a + b) - logY;
            double determinant = byA * byB - both * both;
            double stepA = (excessA * byB + excessB * both) / determinant;
            double stepB = (excessB * byA + excessA * both) / determinant;
            // A step to at least half of the current value keeps the parameters positive.
            a = Math.max(a - stepA, a / 2);
            b = Math.max(b - stepB, b / 2);
            if (Math.abs(stepA) <= 1e-14 * a && Math.abs(stepB) <= 1e-14 * b) {
                break;
            }
        }
        return new Beta(a, b);
    }

    @Override
    public double logDensity(double x) {
        Require.notNaN("Beta: x", x);
        if (x < 0 || x > 1) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 0 || x == 1) {
            double exponent = x == 0 ? a : b;
            double other = x == 0 ? b : a;
            return exponent == 1 ? Math.log(other) : exponent < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double y = 1 - x;
        double unit = SaddlePoint.logBinomial(a, b, x, y) + Math.log(a) + Math.log(b) - Math.log(a + b);
        return unit - Math.log(x) - Math.log1p(-x);
    }

    @Override
    public double cumulative(double x) {
        Require.notNaN("Beta: x", x);
        return x <= 0 ? 0 : x >= 1 ? 1 : IncompleteBeta.lower(x, a, b);
    }

    @Override
    public double survival(double x) {
        Require.notNaN("Beta: x", x);
        return x <= 0 ? 1 : x >= 1 ? 0 : IncompleteBeta.upper(x, a, b);
    }

    /** Draws {@code G / (G + H)} for gamma distributed G and H of shapes a and b, computed from their logarithms. */
    @Override
    public double sample(RandomGenerator random) {
        double first = new Gamma(a, 1).sampleLogarithm(random);
        double second = new Gamma(b, 1).sampleLogarithm(random);
        return 1 / (1 + Math.exp(second - first));
    }

    @Override
    public double mean() {
        return a / (a + b);
    }

    @Override
    public double variance() {
        return a / (a + b) * (b / (a + b)) / (a + b + 1);
    }

    @Override
    public double supportLower() {
        return 0;
    }

    @Override
    public double supportUpper() {
        return 1;
    }
}
