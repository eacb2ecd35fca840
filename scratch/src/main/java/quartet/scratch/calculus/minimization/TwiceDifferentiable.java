package quartet.scratch.calculus.minimization;

/** An objective whose second derivatives are known. */
public interface TwiceDifferentiable extends Objective {
    /** The Hessian at x, n rows of n, symmetric, in new arrays. */
    double[][] hessian(double[] x);
}
