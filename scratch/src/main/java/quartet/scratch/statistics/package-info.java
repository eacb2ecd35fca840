/**
 * Statistics: summaries of samples, estimation, hypothesis tests, correlation and regression.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>Summaries: {@link RunningMoments}, {@link Quantiles}, {@link Summary} and {@link Ranks}.
 *   <li>Estimation: {@link ConfidenceInterval} and {@link Bootstrap}.
 *   <li>Tests: {@link TestResult} and {@link Alternative}; then {@link TTest}, {@link FTest} and
 *       {@link ChiSquaredTest}; then the tests that do not assume normal populations: {@link MannWhitney},
 *       {@link Wilcoxon} and {@link KolmogorovSmirnov}.
 *   <li>Relations: {@link Correlation} and {@link LinearRegression}.
 * </ol>
 *
 * <p>Distributions come from {@link quartet.scratch.probability}, least squares from {@link quartet.scratch.linalg}.
 * Methods throw IllegalArgumentException, naming the expected and the actual value, if an argument is NaN, a sample is
 * empty or a parameter is out of range.
 */
@NullMarked
package quartet.scratch.statistics;

import org.jspecify.annotations.NullMarked;
