/**
 * Names the mistake of an engine that does not agree with the float64 truth.
 *
 * <p>Each {@link quartet.harness.microscope.Hypothesis} computes what one mistake would lead to at the weights where the
 * engine was probed. {@link quartet.harness.microscope.Microscope} names the {@link quartet.harness.microscope.Suspect}
 * whose numbers match the engine's. Read these three first.
 */
@NullMarked
package quartet.harness.microscope;

import org.jspecify.annotations.NullMarked;
