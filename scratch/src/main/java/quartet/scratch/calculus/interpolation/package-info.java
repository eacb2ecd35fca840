/** Functions through given points: {@link CubicSpline}. */
@NullMarked
package quartet.scratch.calculus.interpolation;

import org.jspecify.annotations.NullMarked;
