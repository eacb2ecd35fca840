/**
 * The launch of a worker's JVM, and the machine's resources that it uses.
 *
 * <p>Read {@link quartet.harness.launch.ClassPath} (its hash identifies the build), {@link
 * quartet.harness.launch.ClassArchive} (classes that an earlier worker loaded), {@link quartet.harness.launch.Cores}
 * and {@link quartet.harness.launch.Energy}.
 */
@NullMarked
package quartet.harness.launch;

import org.jspecify.annotations.NullMarked;
