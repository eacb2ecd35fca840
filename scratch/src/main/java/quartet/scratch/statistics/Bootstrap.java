package quartet.scratch.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.continuous.Normal;

/**
 * The bootstrap, which estimates the sampling distribution of a statistic by resampling with replacement.
 * <pre>{@code percentile:  the (1 - level)/2 and (1 + level)/2 quantiles of the statistic over the resamples
 * BCa:         the same quantiles moved to  Phi(z0 + (z0 + z) / (1 - a (z0 + z)))
 *   z0 = Phi^-1(share of resamples below the estimate)                    median bias
 *   a  = sum (m - t_i)^3 / (6 (sum (m - t_i)^2)^(3/2)),  t_i without observation i, m their mean   skewness}</pre>
 * The bootstrap needs neither a formula for the standard error nor a normal population, so it applies to medians and
 * ratios as well as means. The BCa interval is more accurate for skewed statistics. Both intervals need a sample that
 * is not too small.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), sections 6.2, 13.3 and 14.3.
 *
 * @param resamples the number of resamples, at least 100; about 2000 for a stable interval
 */
public record Bootstrap(int resamples) {

    private static final int FEWEST = 100;

    /** Rejects a number of resamples that is too small. */
    public Bootstrap {
        if (resamples < FEWEST) {
            throw new IllegalArgumentException(
                    "Bootstrap: expected at least " + FEWEST + " resamples, but was " + resamples);
        }
    }

    /**
     * Returns the sorted values of the statistic on the resamples.
     *
     * @param statistic a function of a sample of the same size, with finite values
     * @throws IllegalArgumentException if the sample has fewer than 2 observations or one is not finite, or the
     *     statistic of a resample is not finite
     */
    public double[] distribution(double[] sample, ToDoubleFunction<double[]> statistic, RandomGenerator random) {
        RequireArray.sample("Bootstrap.distribution", sample, 2);
        double[] values = new double[resamples];
        double[] resample = new double[sample.length];
        for (int r = 0; r < resamples; r++) {
            Arrays.setAll(resample, i -> sample[random.nextInt(sample.length)]);
            values[r] =
                    Require.finite("Bootstrap: the statistic of a resample", statistic.applyAsDouble(resample.clone()));
        }
        Arrays.sort(values);
        return values;
    }

    /**
     * Returns the bootstrap standard error, the standard deviation of the statistic over the resamples.
     *
     * @throws IllegalArgumentException as {@link #distribution}
     */
    public double standardError(double[] sample, ToDoubleFunction<double[]> statistic, RandomGenerator random) {
        return RunningMoments.of(distribution(sample, statistic, random)).standardDeviation();
    }

    /**
     * Returns the percentile interval.
     *
     * @throws IllegalArgumentException as {@link #distribution}, or if the level is not in (0, 1)
     */
    public ConfidenceInterval percentile(
            double[] sample, ToDoubleFunction<double[]> statistic, double level, RandomGenerator random) {
        double alpha = (1 - Require.insideUnitInterval("Bootstrap.percentile: level", level)) / 2;
        double[] values = distribution(sample, statistic, random);
        return new ConfidenceInterval(
                statistic.applyAsDouble(sample.clone()),
                Quantiles.ofSorted(values, alpha),
                Quantiles.ofSorted(values, 1 - alpha),
                level);
    }

    /**
     * Returns the bias-corrected and accelerated (BCa) interval. The acceleration takes n more evaluations of the
     * statistic.
     *
     * @throws IllegalArgumentException as {@link #distribution}, or if the level is not in (0, 1), the statistic is
     *     constant, or the estimate lies outside the values of all resamples
     */
    public ConfidenceInterval bca(
            double[] sample, ToDoubleFunction<double[]> statistic, double level, RandomGenerator random) {
        double alpha = (1 - Require.insideUnitInterval("Bootstrap.bca: level", level)) / 2;
        double[] values = distribution(sample, statistic, random);
        double estimate = statistic.applyAsDouble(sample.clone());
        // Ties with the estimate count half, because statistics such as the median take few values.
        double below = Arrays.stream(values)
                .map(v -> v < estimate ? 1 : v == estimate ? 0.5 : 0)
                .average()
                .orElseThrow();
        double bias = Normal.STANDARD.quantile(Require.insideUnitInterval("Bootstrap.bca: share below", below));
        double acceleration = acceleration(sample, statistic);
        return new ConfidenceInterval(
                estimate,
                Quantiles.ofSorted(values, moved(Normal.STANDARD.quantile(alpha), bias, acceleration)),
                Quantiles.ofSorted(values, moved(Normal.STANDARD.survivalQuantile(alpha), bias, acceleration)),
                level);
    }

    private static double moved(double z, double bias, double acceleration) {
        return Normal.STANDARD.cumulative(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    /** Returns the acceleration, computed by the jackknife, which omits one observation at a time. */
    private static double acceleration(double[] sample, ToDoubleFunction<double[]> statistic) {
        double[] without = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            double[] rest = new double[sample.length - 1];
            System.arraycopy(sample, 0, rest, 0, i);
            System.arraycopy(sample, i + 1, rest, i, rest.length - i);
            without[i] = statistic.applyAsDouble(rest);
        }
        double mean = RunningMoments.of(without).mean();
        double squares = 0;
        double cubes = 0;
        for (double value : without) {
            squares += (mean - value) * (mean - value);
            cubes += Math.pow(mean - value, 3);
        }
        return cubes / (6 * Math.pow(Require.varying("Bootstrap.bca", squares), 1.5));
    }
}
