/**
 * Truncated power series. Read {@link PowerSeries} first; {@link TaylorExpansion} expands a function with it.
 */
@NullMarked
package quartet.scratch.calculus.series;

import org.jspecify.annotations.NullMarked;
