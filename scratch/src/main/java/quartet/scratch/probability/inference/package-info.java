/**
 * Reasoning with probabilities.
 *
 * <p>Read in this order: {@link BayesRule}; {@link BetaBinomial}, a conjugate model; {@link Information}, which
 * contains the cross-entropy that classifiers minimize; {@link LimitTheorems}, which explain why averages over batches
 * work.
 *
 * <p>Notebooks: scratch/notebooks/09-bayes.ipynb, scratch/notebooks/11-entropy.ipynb
 */
@NullMarked
package quartet.scratch.probability.inference;

import org.jspecify.annotations.NullMarked;
