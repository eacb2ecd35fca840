/**
 * Determines the kind of undeclared columns: numbers, dates, categories, or values that a network cannot use. {@link
 * quartet.datasets.profile.ColumnProfiler} reads every cell of a column once; {@link
 * quartet.datasets.profile.ColumnProfile} is its result.
 */
@NullMarked
package quartet.datasets.profile;

import org.jspecify.annotations.NullMarked;
