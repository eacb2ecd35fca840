package quartet.contract.worker;

import java.util.List;

/**
 * The distribution of the time to predict one row: quantiles in microseconds, ascending. {@code p95} is the smallest
 * sample that is not less than 95 % of the samples.
 */
public record Latency(double p5, double p25, double p50, double p75, double p95, double p99) {

    /**
     * Returns the quantiles of samples.
     *
     * @param sorted samples in nanoseconds, ascending, at least one
     */
    static Latency ofNanos(long[] sorted) {
        return new Latency(
                micros(sorted, 0.05),
                micros(sorted, 0.25),
                micros(sorted, 0.5),
                micros(sorted, 0.75),
                micros(sorted, 0.95),
                micros(sorted, 0.99));
    }

    private static double micros(long[] sorted, double q) {
        return sorted[(int) Math.max(0, Math.ceil(q * sorted.length) - 1)] / 1e3;
    }

    /** Returns the quantiles in ascending order. */
    public List<Double> quantiles() {
        return List.of(p5, p25, p50, p75, p95, p99);
    }
}
