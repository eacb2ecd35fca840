package quartet.harness.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import quartet.harness.results.Results.Run;

/**
 * The ratio of two engines' costs, with a confidence interval over the rounds.
 *
 * <pre>{@code
 * d_k = ln(cost of the engine in round k / cost of the other in round k)
 * value = exp(mean d);   low, high = exp(mean d -+ t(0.995, n - 1) s_d / sqrt(n))
 * }</pre>
 *
 * Rounds are paired because a machine's speed drifts from round to round. The level is 99 %, not 95 %, because a
 * comparison tests many pairs at once. At 95 %, two equal engines would differ significantly in one of 20 cells.
 *
 * @param value absent without a pair of rounds
 * @param low absent with fewer than two pairs
 * @param high absent with fewer than two pairs
 * @param verdict {@code slower}, {@code faster}, or {@code tie} if the interval contains 1; absent without an interval
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ratio(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @JsonSetter(nulls = Nulls.SET) @Nullable String verdict) {
    static final double CONFIDENCE = 0.99;

    /** Returns the ratio of a cost, over the rounds in which both runs have one. */
    public static Ratio of(List<Run> runs, List<Run> reference, Function<Run, @Nullable Double> cost) {
        List<Double> logarithms = new ArrayList<>();
        for (Run run : runs) {
            for (Run other : reference) {
                Double own = cost.apply(run);
                Double others = cost.apply(other);
                if (run.round() == other.round() && own != null && others != null) {
                    logarithms.add(Math.log(own / others));
                }
            }
        }
        return of(logarithms.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public static Ratio of(double[] logarithms) {
        int n = logarithms.length;
        if (n == 0) {
            return new Ratio(null, null, null, null);
        }
        double mean = StatUtils.mean(logarithms);
        if (n == 1) {
            return new Ratio(Math.exp(mean), null, null, null);
        }
        double t = new TDistribution(n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double half = t * Math.sqrt(StatUtils.variance(logarithms) / n);
        double low = Math.exp(mean - half);
        double high = Math.exp(mean + half);
        String verdict = low > 1 ? "slower" : high < 1 ? "faster" : "tie";
        return new Ratio(Math.exp(mean), low, high, verdict);
    }

    /**
     * Returns half the width of the interval relative to the ratio: sqrt(high / low) - 1. Infinite without an
     * interval; 0 if there is nothing to compare.
     */
    @JsonIgnore
    public double halfWidth() {
        if (value == null) {
            return 0;
        }
        return low == null || high == null ? Double.POSITIVE_INFINITY : Math.sqrt(high / low) - 1;
    }
}
