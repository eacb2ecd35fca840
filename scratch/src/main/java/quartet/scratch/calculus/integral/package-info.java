/**
 * Numerical integration.
 *
 * <p>Read the fixed rules first: {@link TrapezoidRule} and {@link SimpsonRule}. {@link GaussKronrod} adapts its
 * intervals to the integrand, and {@link ImproperIntegral} applies it to unbounded intervals. {@link MonteCarlo}
 * integrates over boxes of any dimension.
 *
 * <p>Notebook: scratch/notebooks/07-integrals.ipynb
 */
@NullMarked
package quartet.scratch.calculus.integral;

import org.jspecify.annotations.NullMarked;
