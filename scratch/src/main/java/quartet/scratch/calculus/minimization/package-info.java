/**
 * Minimization of smooth functions of several variables by line search methods.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>The function: {@link Objective} and {@link TwiceDifferentiable}. The result: {@link Minimum}.
 *   <li>The step length: {@link ArmijoLineSearch} and {@link WolfeLineSearch}.
 *   <li>The direction: {@link GradientDescent}, {@link NewtonMethod} and {@link Lbfgs}.
 * </ol>
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd edition (2006).
 *
 * <p>Nearest notebook: scratch/notebooks/20-gradient-descent.ipynb
 */
@NullMarked
package quartet.scratch.calculus.minimization;

import org.jspecify.annotations.NullMarked;
