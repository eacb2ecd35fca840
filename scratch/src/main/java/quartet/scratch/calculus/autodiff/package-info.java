/**
 * Automatic differentiation: exact derivatives of programs, up to rounding.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>Forward mode: {@link Dual} numbers and {@link ForwardMode}; {@link HyperDual} numbers for second derivatives.
 *   <li>Reverse mode of scalars: {@link Tape}, {@link Variable} and {@link ReverseMode}.
 *   <li>Reverse mode of matrices: {@link MatrixTape} and {@link MatrixVariable}.
 *   <li>Both modes at once: {@link HessianVectorProduct}, with {@link DualVariable} and {@link DualTape}.
 * </ol>
 *
 * <p>Notebook: scratch/notebooks/06-chain-rule.ipynb
 */
@NullMarked
package quartet.scratch.calculus.autodiff;

import org.jspecify.annotations.NullMarked;
