/**
 * What a worker's JVM is started with and what it takes from the machine.
 *
 * <p>Read {@link quartet.harness.launch.ClassPath} (its hash names the build), {@link
 * quartet.harness.launch.ClassArchive} (classes that an earlier worker has loaded), {@link quartet.harness.launch.Cores}
 * and {@link quartet.harness.launch.Energy}.
 */
@NullMarked
package quartet.harness.launch;

import org.jspecify.annotations.NullMarked;
