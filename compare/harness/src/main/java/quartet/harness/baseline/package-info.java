/**
 * Classical models that a network has to beat, from {@link quartet.scratch.model}.
 *
 * <p>This is the only package of the harness that depends on the from-scratch library. The classical models have no part
 * in that library's engine, which runs in a worker's JVM as every other engine does. A defect in them would change the
 * baselines of all engines alike.
 */
@NullMarked
package quartet.harness.baseline;

import org.jspecify.annotations.NullMarked;
