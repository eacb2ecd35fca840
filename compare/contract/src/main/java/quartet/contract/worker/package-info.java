/**
 * The worker: the program that the harness forks for one engine, and the files that both exchange.
 *
 * <p>Read {@link quartet.contract.worker.WorkerJob} (the job), {@link quartet.contract.worker.WorkerEvent} (the
 * reports), {@link quartet.contract.worker.Worker} (the program), then the phases: {@link
 * quartet.contract.worker.TrainingPhase} and {@link quartet.contract.worker.ProbePhase}, {@link
 * quartet.contract.worker.InferencePhase}.
 */
@NullMarked
package quartet.contract.worker;

import org.jspecify.annotations.NullMarked;
