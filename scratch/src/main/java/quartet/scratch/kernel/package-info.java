/**
 * The few loops in which training spends its time.
 *
 * <p>Read {@link quartet.scratch.kernel.Kernels} first: each operation with its formula and shapes. {@link
 * quartet.scratch.kernel.ScalarKernels} is the textbook version; {@link quartet.scratch.kernel.KernelChoice} decides
 * once which implementation the JVM uses, and {@link quartet.scratch.kernel.Backend} is what a layer is given.
 */
@NullMarked
package quartet.scratch.kernel;

import org.jspecify.annotations.NullMarked;
