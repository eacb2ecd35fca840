/**
 * What a worker's JVM is started with: its class path, whose hash names the build.
 *
 * <p>Read {@link quartet.harness.launch.ClassPath}.
 */
@NullMarked
package quartet.harness.launch;

import org.jspecify.annotations.NullMarked;
