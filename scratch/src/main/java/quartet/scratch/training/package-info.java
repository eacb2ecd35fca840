/**
 * Training of networks.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.training.MiniBatches} and {@link quartet.scratch.training.Batch}: the data of an epoch.
 *   <li>{@link quartet.scratch.training.Trainer}: the loop over batches and epochs; {@link
 *       quartet.scratch.training.TrainingListener} observes it, and it returns a {@link
 *       quartet.scratch.training.History} of {@link quartet.scratch.training.EpochResult}s.
 *   <li>{@link quartet.scratch.training.NetworkSummary}: a table of the layers of a network.
 *   <li>{@link quartet.scratch.training.GradientCheck}: a check of the gradients of a custom layer.
 * </ol>
 *
 * <p>{@link quartet.scratch.nn.training.NetworkFile} saves and loads a trained network.
 *
 * <p>Notebook: scratch/notebooks/50-design-patterns.ipynb
 */
@NullMarked
package quartet.scratch.training;

import org.jspecify.annotations.NullMarked;
