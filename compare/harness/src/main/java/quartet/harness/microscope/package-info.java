/**
 * Names the mistake of an engine that disagrees with the float64 reference.
 *
 * <p>Each {@link quartet.harness.microscope.Hypothesis} computes the results of one mistake at the weights of a probe.
 * {@link quartet.harness.microscope.Microscope} names the {@link quartet.harness.microscope.Suspect} whose numbers
 * match the engine's. Read these three classes first. The package has 21 classes because each hypothesis is a class.
 */
@NullMarked
package quartet.harness.microscope;

import org.jspecify.annotations.NullMarked;
