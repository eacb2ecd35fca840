/**
 * Decision trees and random forests. They need no standardized features, because only the order of values matters.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link Tree}: splits by single features, and {@link TreeSettings}: the limits of growth. {@link TreeGrower}
 *       chooses the splits.
 *   <li>{@link DecisionTreeClassifier} and {@link DecisionTreeRegressor}: one tree.
 *   <li>{@link RandomForestClassifier} and {@link RandomForestRegressor}: the mean of many random trees, grown by {@link
 *       Forest}.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/22-overfitting.ipynb
 */
@NullMarked
package quartet.scratch.model.tree;

import org.jspecify.annotations.NullMarked;
