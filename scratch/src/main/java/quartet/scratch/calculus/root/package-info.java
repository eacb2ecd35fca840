/**
 * Roots of a function of one variable.
 *
 * <p>Read {@link Bisection}, {@link Newton} and {@link Secant} first. {@link Brent} combines bisection with
 * interpolation; use it if nothing is known about the function. All methods return a {@link Root}.
 *
 * <p>Nearest notebook: scratch/notebooks/05-derivatives.ipynb
 */
@NullMarked
package quartet.scratch.calculus.root;

import org.jspecify.annotations.NullMarked;
