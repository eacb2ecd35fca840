package quartet.scratch.probability.discrete;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.DiscreteDistribution;
import quartet.scratch.probability.MaximumLikelihood;
import quartet.scratch.probability.continuous.Gamma;
import quartet.scratch.probability.special.IncompleteBeta;
import quartet.scratch.probability.special.SaddlePoint;

/**
 * The negative binomial distribution of the number of failures before the r-th success.
 * <pre>{@code
 * P(X = k) = Gamma(k + r) / (k! Gamma(r)) p^r (1 - p)^k,   P(X <= k) = I(p; r, k + 1),   k >= 0
 * mean r (1 - p) / p,   variance r (1 - p) / p^2
 * }</pre>
 * r may be any positive number. It is then the Poisson distribution with a gamma distributed mean, for counts whose
 * variance exceeds their mean. I is the {@link IncompleteBeta}.
 * Source: Casella and Berger (2002), section 3.2; Johnson, Kemp, Kotz, Univariate Discrete
 * Distributions (2005), chapter 5.
 *
 * @param successes r > 0
 * @param probability p of success, in (0, 1]
 */
public record NegativeBinomial(double successes, double probability) implements DiscreteDistribution {

    /** Rejects parameters out of range. */
    public NegativeBinomial {
        Require.positive("NegativeBinomial: successes", successes);
        Require.that(
                probability > 0 && probability <= 1,
                "NegativeBinomial: expected a probability in (0, 1], but was %s",
                probability);
    }

    /**
     * Returns the maximum-likelihood fit: p = r / (r + mean), and r by {@link MaximumLikelihood} from the moment estimate
     * {@code mean^2 / (variance - mean)}.
     *
     * @throws IllegalArgumentException if there is no observation, one is negative, or the variance does not exceed the
     *     mean, so that a Poisson distribution fits better
     * @throws quartet.scratch.argument.NonConvergenceException if the search does not converge
     */
    public static NegativeBinomial fit(long[] sample) {
        RequireArray.sample("NegativeBinomial.fit", sample, 0, Long.MAX_VALUE);
        double mean = MaximumLikelihood.mean(sample);
        double squares = 0;
        for (long k : sample) {
            squares += (k - mean) * (k - mean) / sample.length;
        }
        Require.that(
                squares > mean,
                "NegativeBinomial.fit: expected a variance above the mean, but was %s and %s",
                squares,
                mean);
        double start = Math.log(mean * mean / (squares - mean));
        double r = Math.exp(MaximumLikelihood.maximize(p -> meanLogMass(sample, mean, Math.exp(p[0])), start)[0]);
        return new NegativeBinomial(r, r / (r + mean));
    }

    private static double meanLogMass(long[] sample, double mean, double r) {
        NegativeBinomial distribution = new NegativeBinomial(r, r / (r + mean));
        double sum = 0;
        for (long k : sample) {
            sum += distribution.logMass(k);
        }
        return sum / sample.length;
    }

    @Override
    public double logMass(long k) {
        if (k < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        // The probability of r successes in r + k trials, times the share r / (r + k) whose last trial is one.
        return SaddlePoint.logBinomial(successes, (double) k, probability, 1 - probability) - Math.log1p(k / successes);
    }

    @Override
    public double cumulative(long k) {
        return k < 0 ? 0 : IncompleteBeta.lower(probability, successes, k + 1.0);
    }

    @Override
    public double survival(long k) {
        return k < 0 ? 1 : IncompleteBeta.upper(probability, successes, k + 1.0);
    }

    /** Draws from a Poisson distribution whose mean is gamma distributed. */
    @Override
    public long sampleInteger(RandomGenerator random) {
        if (probability == 1) {
            return 0;
        }
        double mean = new Gamma(successes, probability / (1 - probability)).sample(random);
        return mean > 0 ? new Poisson(mean).sampleInteger(random) : 0;
    }

    @Override
    public double mean() {
        return successes * (1 - probability) / probability;
    }

    @Override
    public double variance() {
        return mean() / probability;
    }

    @Override
    public long supportLower() {
        return 0;
    }

    @Override
    public long supportUpper() {
        return probability == 1 ? 0 : Long.MAX_VALUE;
    }
}
