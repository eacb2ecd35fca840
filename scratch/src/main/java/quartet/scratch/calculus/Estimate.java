package quartet.scratch.calculus;

/**
 * An approximate number with an estimate of its absolute error.
 *
 * @param value the approximation
 * @param error a deterministic method estimates |value - exact value|, usually too large; Monte Carlo integration
 *     reports one standard error, which the actual error exceeds in about one of three cases
 */
public record Estimate(double value, double error) {

    /** Rejects an error bar that is negative or NaN. */
    public Estimate {
        if (!(error >= 0)) {
            throw new IllegalArgumentException("Estimate: expected an error >= 0, but was " + error);
        }
    }

    /**
     * Returns whether the exact value lies within {@code errors} error bars of the value.
     *
     * @param truth the exact value
     * @param errors the half-width of the accepted interval, in error bars
     */
    public boolean covers(double truth, double errors) {
        return Math.abs(value - truth) <= errors * error;
    }
}
