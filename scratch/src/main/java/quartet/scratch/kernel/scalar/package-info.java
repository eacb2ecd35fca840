/**
 * The kernels in plain loops, for both precisions and for JVMs without the Vector API.
 *
 * <p>Read {@link quartet.scratch.kernel.scalar.ScalarKernels} first.
 */
@NullMarked
package quartet.scratch.kernel.scalar;

import org.jspecify.annotations.NullMarked;
