/**
 * The program that the harness forks for one engine, and the files that both sides exchange.
 *
 * <p>Read {@link quartet.contract.worker.WorkerJob} (what the harness asks for), {@link
 * quartet.contract.worker.WorkerEvent} (what the worker reports), {@link quartet.contract.worker.Worker} (the program),
 * then the phases: {@link quartet.contract.worker.TrainingPhase} and {@link quartet.contract.worker.ProbePhase}, {@link quartet.contract.worker.InferencePhase}.
 */
@NullMarked
package quartet.contract.worker;

import org.jspecify.annotations.NullMarked;
