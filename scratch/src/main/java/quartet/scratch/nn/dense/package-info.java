/**
 * Fully connected layers.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.dense.Perceptron}: one unit and the first learning rule with a proof.
 *   <li>{@link quartet.scratch.nn.dense.Dense}: many units, trained by gradients.
 *   <li>{@link quartet.scratch.nn.dense.Flatten}: turns images and sequences into the rows that a dense layer takes.
 * </ol>
 */
@NullMarked
package quartet.scratch.nn.dense;

import org.jspecify.annotations.NullMarked;
