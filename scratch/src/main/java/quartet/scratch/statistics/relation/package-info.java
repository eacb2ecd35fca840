/**
 * Relations between variables: {@link Correlation}, then {@link LinearRegression}.
 *
 * <p>Nearest notebook: scratch/notebooks/23-regularization.ipynb
 */
@NullMarked
package quartet.scratch.statistics.relation;

import org.jspecify.annotations.NullMarked;
