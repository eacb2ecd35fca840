/**
 * Statistics as code: describing samples, estimating with error bars, testing, correlation and regression.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>Describing: {@link quartet.scratch.statistics.RunningMoments}, {@link quartet.scratch.statistics.Quantiles},
 *       {@link quartet.scratch.statistics.Summary}, {@link quartet.scratch.statistics.Ranks}.
 *   <li>Estimating: {@link quartet.scratch.statistics.ConfidenceInterval},
 *       {@link quartet.scratch.statistics.Bootstrap}.
 *   <li>Testing: {@link quartet.scratch.statistics.TestResult} and {@link quartet.scratch.statistics.Alternative}, then
 *       {@link quartet.scratch.statistics.TTest}, {@link quartet.scratch.statistics.FTest},
 *       {@link quartet.scratch.statistics.ChiSquaredTest}, and without normal populations
 *       {@link quartet.scratch.statistics.MannWhitney}, {@link quartet.scratch.statistics.Wilcoxon},
 *       {@link quartet.scratch.statistics.KolmogorovSmirnov}.
 *   <li>Relating: {@link quartet.scratch.statistics.Correlation},
 *       {@link quartet.scratch.statistics.LinearRegression}.
 * </ol>
 *
 * <p>The distributions come from {@link quartet.scratch.probability}, the least squares from
 * {@link quartet.scratch.linalg}. A NaN, an empty sample or a parameter out of range is answered with an
 * IllegalArgumentException that says what was expected and what came.
 */
@NullMarked
package quartet.scratch.statistics;

import org.jspecify.annotations.NullMarked;
