package quartet.scratch.calculus.minimization;

/** A smooth function of n variables that is to be minimized. */
public interface Objective {
    /** Returns f(x). */
    double value(double[] x);

    /** Returns the n partial derivatives at x, in a new array. */
    double[] gradient(double[] x);
}
