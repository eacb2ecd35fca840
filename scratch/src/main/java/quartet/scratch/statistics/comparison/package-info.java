/** Corrections for many tests at once: {@link MultipleComparison}. */
@NullMarked
package quartet.scratch.statistics.comparison;

import org.jspecify.annotations.NullMarked;
