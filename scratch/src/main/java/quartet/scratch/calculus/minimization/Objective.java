package quartet.scratch.calculus.minimization;

/** A smooth function of n variables to be minimized. */
public interface Objective {
    /** f(x). */
    double value(double[] x);

    /** The n partial derivatives at x, in a new array. */
    double[] gradient(double[] x);
}
