/**
 * Decision trees and random forests. They need no standardized features, because only the order of values matters.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link Tree}: questions about single features, and {@link TreeSettings}: how far to ask. {@link TreeGrower}
 *       chooses the questions.
 *   <li>{@link DecisionTreeClassifier} and {@link DecisionTreeRegressor}: one tree.
 *   <li>{@link RandomForestClassifier} and {@link RandomForestRegressor}: the mean of many random trees, grown by {@link
 *       Forest}.
 * </ol>
 */
@NullMarked
package quartet.scratch.model.tree;

import org.jspecify.annotations.NullMarked;
