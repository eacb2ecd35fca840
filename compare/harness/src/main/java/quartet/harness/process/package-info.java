/**
 * Watches and ends operating-system processes: memory, processor time and energy of a worker, and a guardian that ends
 * workers after the harness is gone.
 *
 * <p>Read {@link quartet.harness.process.Guardian}, {@link quartet.harness.process.Ending}, {@link
 * quartet.harness.process.MemoryWatch}.
 */
@NullMarked
package quartet.harness.process;

import org.jspecify.annotations.NullMarked;
