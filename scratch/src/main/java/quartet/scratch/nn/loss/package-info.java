/**
 * Losses. Each compares predictions with targets, and returns the mean over the batch and the gradient with respect to
 * the predictions.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.loss.Loss}: the contract.
 *   <li>{@link quartet.scratch.nn.loss.MeanSquaredError}, {@link quartet.scratch.nn.loss.MeanAbsoluteError} and {@link
 *       quartet.scratch.nn.loss.HuberLoss}: for regression.
 *   <li>{@link quartet.scratch.nn.loss.BinaryCrossEntropy} and {@link quartet.scratch.nn.loss.HingeLoss}: for two
 *       classes; {@link quartet.scratch.nn.loss.SoftmaxCrossEntropy}: for any number of classes,
 *       with {@link quartet.scratch.nn.loss.CrossEntropySettings} for padding, label smoothing and class weights.
 * </ol>
 *
 * <p>Losses are in float64 for predictions of any precision.
 *
 * <p>Notebooks: scratch/notebooks/19-backpropagation.ipynb, scratch/notebooks/40-sabotage-softmax-gradient.ipynb
 */
@NullMarked
package quartet.scratch.nn.loss;

import org.jspecify.annotations.NullMarked;
