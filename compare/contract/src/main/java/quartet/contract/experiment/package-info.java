/**
 * The inputs of an experiment, generated once for all engines, and the common training loop and scores.
 *
 * <p>Read {@link quartet.contract.experiment.Project} first (the four projects with their data and networks), then
 * {@link quartet.contract.experiment.Experiment}, {@link quartet.contract.experiment.InitialWeights} and {@link
 * quartet.contract.experiment.BatchOrder} (its random parts), {@link quartet.contract.experiment.Trainer} with its
 * {@link quartet.contract.experiment.TrainingListener}, and {@link quartet.contract.experiment.Scores}.
 */
@NullMarked
package quartet.contract.experiment;

import org.jspecify.annotations.NullMarked;
