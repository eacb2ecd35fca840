package quartet.scratch.calculus.minimization;

/** Where a minimization ended: a local minimum if it converged. */
public final class Minimum {
    private final double[] point;
    private final double value;
    private final double gradientNorm;
    private final int iterations;
    private final boolean converged;

    Minimum(double[] point, double value, double gradientNorm, int iterations, boolean converged) {
        this.point = point;
        this.value = value;
        this.gradientNorm = gradientNorm;
        this.iterations = iterations;
        this.converged = converged;
    }

    /** A copy of the last point x. */
    public double[] point() {
        return point.clone();
    }

    /** f(x). */
    public double value() {
        return value;
    }

    /** The largest absolute partial derivative at x. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** How many steps were made. */
    public int iterations() {
        return iterations;
    }

    /** Whether the gradient is within the tolerance; otherwise steps ran out, or none made f smaller up to rounding. */
    public boolean converged() {
        return converged;
    }

    /** Value, gradient, steps, and whether it converged; not the point. */
    @Override
    public String toString() {
        return (converged ? "converged" : "not converged") + " after " + iterations + " steps at f = " + value
                + ", largest derivative " + gradientNorm;
    }
}
