/**
 * The operations in which training spends its time, as an interface.
 *
 * <p>{@link quartet.scratch.kernel.Kernels} defines each operation with its formula and shapes. The other types are
 * its parameters. The implementations are in separate packages. Read them in this order:
 * <ol>
 *   <li>{@code quartet.scratch.kernel.textbook}: one short loop nest for each operation;
 *   <li>{@code quartet.scratch.kernel.scalar}: plain loops that C2 vectorizes, in both precisions;
 *   <li>{@code quartet.scratch.kernel.vector}: the Vector API, cache blocking and several threads, in float32.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/29-fast-kernels.ipynb
 */
@NullMarked
package quartet.scratch.kernel;

import org.jspecify.annotations.NullMarked;
