package quartet.scratch.calculus;

/**
 * A number that was computed approximately, with what its method believes the absolute error to be.
 *
 * @param value the approximation
 * @param error for a deterministic method an estimate of |value - truth|, usually too large; for Monte Carlo one
 *     standard error, which the truth exceeds about every third time
 */
public record Estimate(double value, double error) {

    /** Refuses an error bar that is negative or NaN. */
    public Estimate {
        if (!(error >= 0)) {
            throw new IllegalArgumentException("Estimate: expected an error >= 0, but was " + error);
        }
    }

    /**
     * Whether the truth lies within {@code errors} error bars of the value.
     *
     * @param truth the number that was estimated
     * @param errors how many error bars wide the acceptance is on either side
     */
    public boolean covers(double truth, double errors) {
        return Math.abs(value - truth) <= errors * error;
    }
}
