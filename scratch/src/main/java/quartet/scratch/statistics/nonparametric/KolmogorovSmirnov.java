package quartet.scratch.statistics.nonparametric;

import java.util.Arrays;
import java.util.List;
import quartet.scratch.argument.RequireArray;
import quartet.scratch.probability.ContinuousDistribution;
import quartet.scratch.statistics.hypothesis.TestResult;

/**
 * The Kolmogorov-Smirnov tests of one sample against a distribution and of two samples against each other.
 * <pre>{@code one sample:   D = max over x of |F_n(x) - F(x)|
 * two samples:  D = max over x of |F_n(x) - G_m(x)|
 * large n:      P(sqrt(n) D > t) -> 2 sum_{j>=1} (-1)^(j-1) e^(-2 j^2 t^2)
 *               n m / (n + m) in place of n for two samples}</pre>
 * F_n(x) is the fraction of observations up to x. The distribution must be specified in advance; parameters fitted to
 * the same sample make D too small. P-values are exact for samples of moderate size, see
 * {@link KolmogorovDistribution}.
 * Source: Kolmogorov (1933), Smirnov (1939); Hollander, Wolfe and Chicken (2014), section 5.4.
 */
public final class KolmogorovSmirnov {

    private KolmogorovSmirnov() {}

    /**
     * Tests whether the sample comes from the distribution.
     *
     * @throws IllegalArgumentException if the sample is empty or not finite
     */
    public static TestResult oneSample(double[] sample, ContinuousDistribution distribution) {
        double[] sorted =
                RequireArray.sample("KolmogorovSmirnov.oneSample", sample, 1).clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double d = 0;
        for (int i = 0; i < sorted.length; i++) {
            double cumulative = distribution.cumulative(sorted[i]);
            d = Math.max(d, Math.max(cumulative - i / n, (i + 1) / n - cumulative));
        }
        double p = KolmogorovDistribution.oneSample(sorted.length, d);
        return new TestResult("Kolmogorov-Smirnov test, one sample", d, List.of(), p);
    }

    /**
     * Tests whether both samples come from the same continuous distribution. Ties make the p-value conservative.
     *
     * @throws IllegalArgumentException if a sample is empty or not finite
     */
    public static TestResult twoSample(double[] x, double[] y) {
        double[] first = RequireArray.sample("KolmogorovSmirnov.twoSample, first sample", x, 1)
                .clone();
        double[] second = RequireArray.sample("KolmogorovSmirnov.twoSample, second sample", y, 1)
                .clone();
        Arrays.sort(first);
        Arrays.sort(second);
        int i = 0;
        int j = 0;
        // n m D is the integer |i m - j n|.
        long largest = 0;
        while (i < first.length && j < second.length) {
            double next = Math.min(first[i], second[j]);
            while (i < first.length && first[i] == next) {
                i++;
            }
            while (j < second.length && second[j] == next) {
                j++;
            }
            largest = Math.max(largest, Math.abs((long) i * second.length - (long) j * first.length));
        }
        double p = KolmogorovDistribution.twoSample(first.length, second.length, largest);
        double d = (double) largest / first.length / second.length;
        return new TestResult("Kolmogorov-Smirnov test, two samples", d, List.of(), p);
    }
}
