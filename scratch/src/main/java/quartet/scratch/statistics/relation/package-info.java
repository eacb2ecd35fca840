/** Relations between variables: {@link Correlation}, then {@link LinearRegression}. */
@NullMarked
package quartet.scratch.statistics.relation;

import org.jspecify.annotations.NullMarked;
