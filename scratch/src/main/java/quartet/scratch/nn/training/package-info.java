/**
 * Aids for training: initial weights, normalization, regularization, early stopping and files.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.training.Initializer} and {@link quartet.scratch.nn.training.Initializers}: the
 *       initial weights.
 *   <li>{@link quartet.scratch.nn.training.BatchNormalization} and {@link
 *       quartet.scratch.nn.training.LayerNormalization}: layers that keep activations in range.
 *   <li>{@link quartet.scratch.nn.training.Dropout}, {@link quartet.scratch.nn.training.Penalty} with {@link
 *       quartet.scratch.nn.training.L1Penalty} and {@link quartet.scratch.nn.training.L2Penalty}, and {@link
 *       quartet.scratch.nn.training.EarlyStopping}: against overfitting.
 *   <li>{@link quartet.scratch.nn.training.NetworkFile}: the trained parameters on disk.
 * </ol>
 *
 * <p>Notebooks: scratch/notebooks/21-initialization.ipynb, scratch/notebooks/23-regularization.ipynb
 */
@NullMarked
package quartet.scratch.nn.training;

import org.jspecify.annotations.NullMarked;
