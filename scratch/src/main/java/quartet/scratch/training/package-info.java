/**
 * Training of networks.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.training.MiniBatches} and {@link quartet.scratch.training.Batch}: the data of an epoch.
 *   <li>{@link quartet.scratch.training.Trainer}: the loop over batches and epochs; {@link
 *       quartet.scratch.training.TrainingListener} observes it, and {@link quartet.scratch.training.History} with
 *       {@link quartet.scratch.training.EpochResult} is what it returns.
 *   <li>{@link quartet.scratch.training.NetworkSummary}: a table of the layers of a network.
 *   <li>{@link quartet.scratch.training.GradientCheck}: whether a layer of one's own has correct gradients.
 * </ol>
 *
 * <p>{@link quartet.scratch.nn.training.NetworkFile} saves and loads a trained network.
 */
@NullMarked
package quartet.scratch.training;

import org.jspecify.annotations.NullMarked;
