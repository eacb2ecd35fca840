/**
 * Calculus: derivatives, series, integrals, roots and minima of functions in double precision.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.calculus.difference}: derivatives from function values.
 *   <li>{@link quartet.scratch.calculus.autodiff}: exact derivatives by automatic differentiation. Its reverse mode is
 *       the backpropagation that trains networks.
 *   <li>{@link quartet.scratch.calculus.series}: truncated power series and Taylor polynomials.
 *   <li>{@link quartet.scratch.calculus.integral}: numerical integration.
 *   <li>{@link quartet.scratch.calculus.root}: roots of a function of one variable.
 *   <li>{@link quartet.scratch.calculus.minimization}: minima of a function of several variables. The optimizers of
 *       networks are in {@link quartet.scratch.optim}.
 *   <li>{@link quartet.scratch.calculus.ode}: initial value problems.
 *   <li>{@link quartet.scratch.calculus.interpolation}: splines through given points.
 *   <li>{@link quartet.scratch.calculus.transform}: the fast Fourier transform.
 * </ol>
 *
 * <p>{@link Estimate}, a number with an error bar, is the result type of several packages.
 *
 * <p>Methods throw IllegalArgumentException, naming the expected and the actual value, if an argument is NaN, empty or
 * out of range.
 *
 * <p>Notebook: scratch/notebooks/05-derivatives.ipynb
 */
@NullMarked
package quartet.scratch.calculus;

import org.jspecify.annotations.NullMarked;
