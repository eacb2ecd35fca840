/**
 * Evaluation on rows that a model has not seen.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link Model}, {@link Predictor} and {@link Score}: the subject and the measure of an evaluation.
 *   <li>One test set: {@link Fold} and {@link Splits}. Several: {@link Folds} and {@link CrossValidation}.
 *   <li>Choice of hyper-parameters: {@link ParameterGrid} and {@link HyperparameterSearch}.
 *   <li>Diagnosis: {@link ScoreCurve} shows the effect of more data or of a hyper-parameter; {@link BiasVariance}
 *       decomposes the error.
 * </ol>
 *
 * <p>Notebooks: scratch/notebooks/24-evaluation.ipynb, scratch/notebooks/43-sabotage-leak.ipynb
 */
@NullMarked
package quartet.scratch.evaluation.resampling;

import org.jspecify.annotations.NullMarked;
