/**
 * One engine in a process of its own: which engines are installed, how one is started and watched, and the checks of
 * whatever it answers.
 *
 * <p>Read {@link quartet.harness.worker.InstalledEngines}, {@link quartet.harness.worker.Workers}, {@link
 * quartet.harness.worker.ForkedWorkers}, {@link quartet.harness.worker.Answers}.
 */
@NullMarked
package quartet.harness.worker;

import org.jspecify.annotations.NullMarked;
