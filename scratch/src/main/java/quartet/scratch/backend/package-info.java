/**
 * What a layer computes with: kernels and a precision.
 *
 * <p>Read {@link quartet.scratch.backend.Backend} first; it is all that layers, losses and optimizers see. {@link
 * quartet.scratch.backend.KernelChoice} selects the kernels of this JVM once. It is the only class of the library that
 * knows the implementations in {@code quartet.scratch.kernel.vector}.
 */
@NullMarked
package quartet.scratch.backend;

import org.jspecify.annotations.NullMarked;
