/**
 * Classical models that a network has to beat, from {@link quartet.scratch.model}.
 *
 * <p>This is the only package of the harness that depends on the from-scratch library. The engine of that library does
 * not use the classical models, and runs in a worker's JVM like every other engine. A defect in the models would
 * affect the baselines of all engines equally.
 */
@NullMarked
package quartet.harness.baseline;

import org.jspecify.annotations.NullMarked;
