/**
 * Evaluation of models: scores, curves and resampling experiments, on plain double arrays.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>Regression: {@link RegressionScores}.
 *   <li>Classification: {@link ConfusionMatrix} and {@link PrecisionRecall}.
 *   <li>Ranking, over all thresholds: {@link RocCurve}, {@link MulticlassAuc} and {@link PrecisionRecallCurve}.
 *   <li>Predicted probabilities: {@link ProbabilityScores}, {@link Calibration} and {@link TemperatureScaling}.
 *   <li>{@link quartet.scratch.evaluation.resampling}: splits, cross-validation, search for hyper-parameters and
 *       diagnosis.
 * </ol>
 *
 * <p>Sources: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd edition (2009), chapter 7;
 * Manning, Raghavan, Schütze, Introduction to Information Retrieval (2008), chapter 8; Fawcett (2006); Guo et al.
 * (2017).
 *
 * <p>Notebook: scratch/notebooks/24-evaluation.ipynb
 */
@NullMarked
package quartet.scratch.evaluation;

import org.jspecify.annotations.NullMarked;
