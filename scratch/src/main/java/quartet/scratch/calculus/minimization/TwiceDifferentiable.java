package quartet.scratch.calculus.minimization;

/** An objective with a Hessian. */
public interface TwiceDifferentiable extends Objective {
    /** Returns the symmetric Hessian at x, [n][n], in new arrays. */
    double[][] hessian(double[] x);
}
