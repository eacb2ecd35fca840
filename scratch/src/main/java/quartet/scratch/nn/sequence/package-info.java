/**
 * Layers for texts and other sequences.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.sequence.Embedding}: a vector for each token; {@link
 *       quartet.scratch.nn.sequence.EmbeddingBag}: their mean, the simplest model of a text.
 *   <li>{@link quartet.scratch.nn.sequence.SimpleRecurrent}, {@link quartet.scratch.nn.sequence.Lstm} and {@link
 *       quartet.scratch.nn.sequence.Gru}: a hidden state that is carried from step to step; {@link
 *       quartet.scratch.nn.sequence.LastStep}: what a classifier reads from it.
 *   <li>{@link quartet.scratch.nn.sequence.ScaledDotProductAttention} and {@link
 *       quartet.scratch.nn.sequence.SelfAttention}: every step reads from every other step.
 * </ol>
 */
@NullMarked
package quartet.scratch.nn.sequence;

import org.jspecify.annotations.NullMarked;
