/**
 * Fully connected layers.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.dense.Perceptron}: one unit, with the first learning rule that was proved to
 *       converge.
 *   <li>{@link quartet.scratch.nn.dense.Dense}: many units, trained by gradients.
 *   <li>{@link quartet.scratch.nn.dense.Flatten}: converts images and sequences to the rows that a dense layer
 *       expects.
 * </ol>
 *
 * <p>Notebook: scratch/notebooks/17-perceptron-xor.ipynb
 */
@NullMarked
package quartet.scratch.nn.dense;

import org.jspecify.annotations.NullMarked;
