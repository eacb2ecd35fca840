/**
 * The from-scratch library behind the contract of the comparison.
 *
 * <p>Begin with {@link quartet.scratch.adapter.ScratchEngine}, which the harness finds. {@code StrictLearner} trains the
 * network of an example by the strict specification, and {@code CanonicalWeights} copies parameters. {@code Example} and
 * {@code TrainedExample} run the examples as they stand.
 */
@NullMarked
package quartet.scratch.adapter;

import org.jspecify.annotations.NullMarked;
