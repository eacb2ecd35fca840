/**
 * JMH benchmarks of single operations, of whole training steps, and of matrix products and decompositions in comparison
 * with other libraries.
 *
 * <p>{@link quartet.benchmark.Benchmarks} lists and runs them. {@code scratch/PERFORMANCE.md} explains the results.
 */
@NullMarked
package quartet.benchmark;

import org.jspecify.annotations.NullMarked;
