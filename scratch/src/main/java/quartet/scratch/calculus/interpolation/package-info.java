/**
 * Functions through given points: {@link CubicSpline}.
 *
 * <p>Nearest notebook: scratch/notebooks/07-integrals.ipynb
 */
@NullMarked
package quartet.scratch.calculus.interpolation;

import org.jspecify.annotations.NullMarked;
