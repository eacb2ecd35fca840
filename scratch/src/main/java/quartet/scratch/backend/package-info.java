/**
 * The kernels and the precision with which layers compute.
 *
 * <p>Read {@link quartet.scratch.backend.Backend} first. Layers, losses and optimizers depend on nothing else. {@link
 * quartet.scratch.backend.KernelChoice} selects the kernels of this JVM once. It is the only class of the library that
 * refers to the implementations in {@code quartet.scratch.kernel.vector}.
 *
 * <p>Notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.backend;

import org.jspecify.annotations.NullMarked;
