/**
 * Statistics: summaries of samples, estimation, hypothesis tests, correlation and regression.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>Summaries: {@link RunningMoments}, {@link Quantiles}, {@link Summary} and {@link Ranks}.
 *   <li>Estimation: {@link ConfidenceInterval} and {@link Bootstrap}.
 *   <li>{@link quartet.scratch.statistics.hypothesis}: tests of means, variances and counts.
 *   <li>{@link quartet.scratch.statistics.nonparametric}: tests that do not assume normal populations.
 *   <li>{@link quartet.scratch.statistics.comparison}: many tests at once.
 *   <li>{@link quartet.scratch.statistics.effect}: the size of a difference, and the number of observations needed to
 *       find it.
 *   <li>{@link quartet.scratch.statistics.relation}: correlation and linear regression.
 * </ol>
 *
 * <p>Distributions come from {@link quartet.scratch.probability}, least squares from {@link quartet.scratch.linalg}.
 * Methods throw IllegalArgumentException, naming the expected and the actual value, if an argument is NaN, a sample is
 * empty or a parameter is out of range.
 *
 * <p>Notebook: scratch/notebooks/12-intervals-bootstrap.ipynb
 */
@NullMarked
package quartet.scratch.statistics;

import org.jspecify.annotations.NullMarked;
