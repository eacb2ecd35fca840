/**
 * Transformers: networks in which the steps of a sequence attend to each other.
 *
 * <p>Read {@link quartet.scratch.nn.sequence.ScaledDotProductAttention} first, then in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.attention.CrossAttention}: several heads, with masks, from one sequence to another.
 *       {@link quartet.scratch.nn.attention.MultiHeadAttention}: the same within one sequence.
 *   <li>{@link quartet.scratch.nn.attention.SinusoidalPositions} and {@link
 *       quartet.scratch.nn.attention.LearnedPositions}: the order of the steps.
 *   <li>{@link quartet.scratch.nn.attention.TransformerBlock} with {@link
 *       quartet.scratch.nn.attention.TransformerSettings}: attention and a dense network, each with a residual
 *       connection.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/28-attention.ipynb
 */
@NullMarked
package quartet.scratch.nn.attention;

import org.jspecify.annotations.NullMarked;
