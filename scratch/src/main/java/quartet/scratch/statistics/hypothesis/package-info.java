/**
 * Hypothesis tests of means, variances and counts.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link TestResult} and {@link Alternative}.
 *   <li>Means and variances of normal populations: {@link TTest} and {@link FTest}.
 *   <li>Counts: {@link ChiSquaredTest}, {@link FisherExactTest}, and {@link McNemarTest}, which compares two classifiers
 *       on the same rows.
 *   <li>Any statistic without assumptions about the population: {@link PermutationTest}.
 * </ol>
 *
 * <p>Notebook: scratch/notebooks/13-when-is-a-faster-than-b.ipynb
 */
@NullMarked
package quartet.scratch.statistics.hypothesis;

import org.jspecify.annotations.NullMarked;
