/**
 * Initial value problems {@code y' = f(t, y), y(t0) = y0} of ordinary differential equations.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link OdeSystem} is f, {@link Trajectory} the solution.
 *   <li>{@link RungeKutta4}: fixed steps. {@link DormandPrince}: steps adapted by an error estimate.
 * </ol>
 *
 * <p>Both methods are explicit and suit problems that are not stiff.
 *
 * <p>Nearest notebook: scratch/notebooks/07-integrals.ipynb
 */
@NullMarked
package quartet.scratch.calculus.ode;

import org.jspecify.annotations.NullMarked;
