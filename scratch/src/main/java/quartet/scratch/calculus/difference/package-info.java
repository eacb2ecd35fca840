/**
 * Derivatives from function values.
 *
 * <p>Read {@link FiniteDifferences} first. {@link RiddersDerivative} extrapolates the same quotients to step size zero
 * and estimates the error.
 *
 * <p>Notebook: scratch/notebooks/05-derivatives.ipynb
 */
@NullMarked
package quartet.scratch.calculus.difference;

import org.jspecify.annotations.NullMarked;
