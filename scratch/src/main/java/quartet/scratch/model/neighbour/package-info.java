/**
 * Models that are based on distances between rows. Standardize the features first ({@link
 * quartet.scratch.model.Standardization}).
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link NearestNeighbours} finds the nearest rows; {@link NeighbourClassifier} and {@link NeighbourRegressor}
 *       predict from them.
 *   <li>{@link KMeans} groups rows by the nearest of k centres, which {@link KMeansPlusPlus} chooses initially.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/14-mixtures-em.ipynb
 */
@NullMarked
package quartet.scratch.model.neighbour;

import org.jspecify.annotations.NullMarked;
