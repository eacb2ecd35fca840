/**
 * Argument checks and the exception that all library packages share. Each check throws an
 * {@link IllegalArgumentException} whose message states the expected and the actual value.
 *
 * <p>{@link quartet.scratch.argument.Require} checks single numbers, {@link quartet.scratch.argument.RequireArray}
 * checks arrays. {@link quartet.scratch.linalg.RequireMatrix} checks matrices. Iterations that do not converge throw
 * {@link quartet.scratch.argument.NonConvergenceException}.
 *
 * <p>Notebook: scratch/notebooks/17-perceptron-xor.ipynb
 */
@NullMarked
package quartet.scratch.argument;

import org.jspecify.annotations.NullMarked;
