package quartet.scratch.calculus.minimization;

/** The result of a minimization. */
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

    /** Returns a copy of the last point x. */
    public double[] point() {
        return point.clone();
    }

    /** Returns f(x). */
    public double value() {
        return value;
    }

    /** Returns the largest absolute partial derivative at x. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** Returns the number of iterations. */
    public int iterations() {
        return iterations;
    }

    /**
     * Returns whether the gradient is within the tolerance. Otherwise the iterations were used up, or no step decreased
     * f beyond rounding.
     */
    public boolean converged() {
        return converged;
    }

    /**
     * Returns the value, the largest derivative, the number of iterations and the convergence status, but not the
     * point.
     */
    @Override
    public String toString() {
        return (converged ? "converged" : "not converged") + " after " + iterations + " steps at f = " + value
                + ", largest derivative " + gradientNorm;
    }
}
