/**
 * How good is a model, and how do we know: scores, curves, and experiments that keep learning and judging apart. Double
 * precision, plain arrays, nothing but the JDK.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.evaluation.RegressionScores}: how far predicted values are off.
 *   <li>{@link quartet.scratch.evaluation.ConfusionMatrix}, {@link quartet.scratch.evaluation.PrecisionRecall}: which
 *       classes are taken for which.
 *   <li>{@link quartet.scratch.evaluation.RocCurve}, {@link quartet.scratch.evaluation.PrecisionRecallCurve}: whether
 *       the scores put the positives first, whatever the threshold.
 *   <li>{@link quartet.scratch.evaluation.ProbabilityScores}, {@link quartet.scratch.evaluation.Calibration}: whether
 *       predicted probabilities deserve the name.
 *   <li>{@link quartet.scratch.evaluation.Model}, {@link quartet.scratch.evaluation.Predictor}, {@link
 *       quartet.scratch.evaluation.Score}; {@link quartet.scratch.evaluation.Folds}, {@link
 *       quartet.scratch.evaluation.Fold}, {@link quartet.scratch.evaluation.CrossValidation}: judged by rows not
 *       learned from.
 *   <li>{@link quartet.scratch.evaluation.ScoreCurve}: what more data or another setting would bring; {@link
 *       quartet.scratch.evaluation.BiasVariance}: what an error is made of.
 * </ol>
 *
 * <p>Sources: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd edition (2009), chapter 7;
 * Manning, Raghavan, Schütze, Introduction to Information Retrieval (2008), chapter 8; Fawcett (2006); Guo et al.
 * (2017).
 */
@NullMarked
package quartet.scratch.evaluation;

import org.jspecify.annotations.NullMarked;
