/**
 * Everything an experiment starts from, drawn once for all engines, and the training loop and scores that are the same
 * for all.
 *
 * <p>Read {@link quartet.contract.experiment.Project} first (the four projects with their data and networks), then
 * {@link quartet.contract.experiment.Experiment}, {@link quartet.contract.experiment.InitialWeights} and {@link
 * quartet.contract.experiment.BatchOrder} (what is drawn), {@link quartet.contract.experiment.Trainer} with its {@link
 * quartet.contract.experiment.TrainingListener} (Observer), and {@link quartet.contract.experiment.Scores}.
 */
@NullMarked
package quartet.contract.experiment;

import org.jspecify.annotations.NullMarked;
