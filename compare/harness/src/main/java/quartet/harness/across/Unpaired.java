package quartet.harness.across;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import quartet.harness.Status;
import quartet.harness.results.Ratio;
import quartet.harness.results.Results.Run;

/**
 * Computes the ratio of an engine's costs in two comparisons. Their rounds are not paired, so the interval is Welch's
 * on the logarithms.
 *
 * <pre>{@code
 * a, b = ln(cost) of the rounds;   v = var(a) / n_a + var(b) / n_b
 * value = exp(mean a - mean b);    low, high = exp(mean a - mean b -+ t(0.995, df) sqrt(v))
 * df = v^2 / ((var(a) / n_a)^2 / (n_a - 1) + (var(b) / n_b)^2 / (n_b - 1))
 * }</pre>
 *
 * The level is that of {@link Ratio}. Source: Welch (1947), The generalization of Student's problem.
 */
final class Unpaired {
    private static final double CONFIDENCE = 0.99;

    private Unpaired() {}

    /** Returns the ratio of a cost; without an interval if a comparison has fewer than two rounds. */
    static Ratio of(List<Run> runs, List<Run> others, Function<Run, @Nullable Double> cost) {
        return of(logarithms(runs, cost), logarithms(others, cost));
    }

    private static double[] logarithms(List<Run> runs, Function<Run, @Nullable Double> cost) {
        return runs.stream()
                .filter(run -> run.status() == Status.OK)
                .map(cost)
                .filter(Objects::nonNull)
                .mapToDouble(Math::log)
                .filter(Double::isFinite)
                .toArray();
    }

    static Ratio of(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return new Ratio(null, null, null, null);
        }
        double difference = StatUtils.mean(a) - StatUtils.mean(b);
        if (a.length == 1 || b.length == 1) {
            return new Ratio(Math.exp(difference), null, null, null);
        }
        double va = StatUtils.variance(a) / a.length;
        double vb = StatUtils.variance(b) / b.length;
        double half = 0;
        if (va + vb > 0) {
            double df = (va + vb) * (va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
            half = new TDistribution(df).inverseCumulativeProbability((1 + CONFIDENCE) / 2) * Math.sqrt(va + vb);
        }
        double low = Math.exp(difference - half);
        double high = Math.exp(difference + half);
        String verdict = low > 1 ? "slower" : high < 1 ? "faster" : "tie";
        return new Ratio(Math.exp(difference), low, high, verdict);
    }
}
