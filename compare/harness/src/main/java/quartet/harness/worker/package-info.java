/**
 * Runs engines in separate processes: finds the installed engines, starts and monitors a process, and checks its
 * output.
 *
 * <p>Read {@link quartet.harness.worker.InstalledEngines}, {@link quartet.harness.worker.Workers}, {@link
 * quartet.harness.worker.ForkedWorkers}, {@link quartet.harness.worker.Answers}.
 */
@NullMarked
package quartet.harness.worker;

import org.jspecify.annotations.NullMarked;
