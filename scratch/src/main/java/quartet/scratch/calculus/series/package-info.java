/**
 * Truncated power series. Read {@link PowerSeries} first; {@link TaylorExpansion} expands a function with it.
 *
 * <p>Nearest notebook: scratch/notebooks/05-derivatives.ipynb
 */
@NullMarked
package quartet.scratch.calculus.series;

import org.jspecify.annotations.NullMarked;
