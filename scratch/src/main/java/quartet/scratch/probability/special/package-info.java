/**
 * Special functions for distributions.
 *
 * <p>Read {@link LogGamma} and {@link Digamma} first, then {@link IncompleteGamma}, {@link IncompleteBeta} and {@link
 * ErrorFunction}. {@link SaddlePoint} evaluates Poisson and binomial probabilities without cancellation, and {@link
 * LogSumExp} adds numbers given by their logarithms.
 *
 * <p>Nearest notebook: scratch/notebooks/08-distributions.ipynb
 */
@NullMarked
package quartet.scratch.probability.special;

import org.jspecify.annotations.NullMarked;
