/**
 * Profiles of columns whose meaning nobody declared: numbers, dates, categories, or something that a network cannot
 * use. {@link quartet.datasets.profile.ColumnProfiler} sees every cell of a column once; {@link
 * quartet.datasets.profile.ColumnProfile} is its verdict.
 */
@NullMarked
package quartet.datasets.profile;

import org.jspecify.annotations.NullMarked;
