/**
 * Layers for texts and other sequences.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.sequence.Embedding}: a vector for each token; {@link
 *       quartet.scratch.nn.sequence.EmbeddingBag}: their mean, the simplest model of a text.
 *   <li>{@link quartet.scratch.nn.sequence.PaddingMask} and {@link quartet.scratch.nn.sequence.StepMask}: sequences of
 *       different lengths in one batch.
 *   <li>{@link quartet.scratch.nn.sequence.RecurrentLayer}: a state passed from step to step; {@link
 *       quartet.scratch.nn.sequence.SimpleRecurrent}, {@link quartet.scratch.nn.sequence.Lstm} and {@link
 *       quartet.scratch.nn.sequence.Gru}: its cells; {@link quartet.scratch.nn.sequence.Bidirectional}: both
 *       directions.
 *   <li>{@link quartet.scratch.nn.sequence.LastStep} and {@link quartet.scratch.nn.sequence.MeanOverSteps}: the
 *       summary of a sequence for a classifier.
 *   <li>{@link quartet.scratch.nn.sequence.ScaledDotProductAttention} and {@link
 *       quartet.scratch.nn.sequence.SelfAttention}: every step attends to all steps. {@code nn.attention} builds
 *       Transformers from it.
 * </ol>
 *
 * <p>Notebooks: scratch/notebooks/26-embeddings.ipynb, scratch/notebooks/27-recurrent-networks.ipynb,
 * scratch/notebooks/28-attention.ipynb
 */
@NullMarked
package quartet.scratch.nn.sequence;

import org.jspecify.annotations.NullMarked;
