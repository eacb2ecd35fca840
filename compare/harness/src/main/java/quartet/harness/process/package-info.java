/**
 * Monitors and ends operating-system processes: measures the memory, processor time and energy of a worker, and ends
 * the workers of a harness that was killed.
 *
 * <p>Read {@link quartet.harness.process.Guardian}, {@link quartet.harness.process.Ending}, {@link
 * quartet.harness.process.MemoryWatch}.
 */
@NullMarked
package quartet.harness.process;

import org.jspecify.annotations.NullMarked;
