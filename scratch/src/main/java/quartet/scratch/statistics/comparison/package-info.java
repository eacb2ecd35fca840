/**
 * Corrections for many tests at once: {@link MultipleComparison}.
 *
 * <p>Nearest notebook: scratch/notebooks/13-when-is-a-faster-than-b.ipynb
 */
@NullMarked
package quartet.scratch.statistics.comparison;

import org.jspecify.annotations.NullMarked;
