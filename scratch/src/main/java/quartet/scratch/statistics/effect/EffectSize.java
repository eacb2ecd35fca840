package quartet.scratch.statistics.effect;

import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.special.LogGamma;
import quartet.scratch.statistics.RunningMoments;

/**
 * The size of the difference of two samples, independent of the unit. A p-value shows whether a difference may be due
 * to chance; an effect size shows whether it matters.
 * <pre>{@code
 * Cohen's d       (m1 - m2) / s,   s^2 = ((n1 - 1) s1^2 + (n2 - 1) s2^2) / (n1 + n2 - 2)
 * Hedges' g       J(n1 + n2 - 2) d,   J(k) = Gamma(k/2) / (sqrt(k/2) Gamma((k - 1)/2))
 * Cliff's delta   (number of pairs with x_i > y_j  -  number with x_i < y_j) / (n1 n2)
 * }</pre>
 * d overestimates the effect in small samples; the factor J corrects it exactly for normal populations. By convention 0.2
 * is a small, 0.5 a medium and 0.8 a large d. Cliff's delta lies in [-1, 1] and uses only the order of observations.
 * Source: Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition (1988), section 2.2; Hedges (1981),
 * "Distribution Theory for Glass's Estimator of Effect Size and Related Estimators", equation 6e; Cliff (1993),
 * "Dominance Statistics".
 */
public final class EffectSize {

    private EffectSize() {}

    /**
     * Returns Cohen's d, in pooled standard deviations. It is positive if the first mean is larger.
     *
     * @throws IllegalArgumentException if a sample has fewer than 2 observations, one is not finite, or both samples are
     *     constant
     */
    public static double cohensD(double[] x, double[] y) {
        RunningMoments first = RunningMoments.of(RequireArray.sample("EffectSize.cohensD, first sample", x, 2));
        RunningMoments second = RunningMoments.of(RequireArray.sample("EffectSize.cohensD, second sample", y, 2));
        double squares = first.variance() * (x.length - 1) + second.variance() * (y.length - 1);
        double variance = Require.varying("EffectSize.cohensD", squares / (x.length + y.length - 2.0));
        return (first.mean() - second.mean()) / Math.sqrt(variance);
    }

    /**
     * Returns Hedges' g, the unbiased estimate of the effect of normal populations.
     *
     * @throws IllegalArgumentException as {@link #cohensD}
     */
    public static double hedgesG(double[] x, double[] y) {
        double d = cohensD(x, y);
        double half = (x.length + y.length - 2.0) / 2;
        return Math.exp(LogGamma.of(half) - LogGamma.of(half - 0.5)) / Math.sqrt(half) * d;
    }

    /**
     * Returns Cliff's delta. It is 1 if every x is larger than every y, and 0 if neither tends to be larger.
     *
     * @throws IllegalArgumentException if a sample is empty or an observation is not finite
     */
    public static double cliffsDelta(double[] x, double[] y) {
        RequireArray.sample("EffectSize.cliffsDelta, first sample", x, 1);
        RequireArray.sample("EffectSize.cliffsDelta, second sample", y, 1);
        long difference = 0;
        for (double a : x) {
            for (double b : y) {
                difference += (a > b ? 1 : 0) - (a < b ? 1 : 0);
            }
        }
        return (double) difference / ((long) x.length * y.length);
    }
}
