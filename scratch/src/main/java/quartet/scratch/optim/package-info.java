/**
 * How parameters follow their gradients.
 *
 * <p>Read {@link quartet.scratch.optim.Optimizer} first, then {@link quartet.scratch.optim.Adam}.
 */
@NullMarked
package quartet.scratch.optim;

import org.jspecify.annotations.NullMarked;
