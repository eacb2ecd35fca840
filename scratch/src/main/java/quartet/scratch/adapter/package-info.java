/**
 * Connects the from-scratch library to the contract of the comparison.
 *
 * <p>Read {@link quartet.scratch.adapter.ScratchEngine} first. {@code StrictLearner} trains the network of an example
 * under the strict specification, and {@code CanonicalWeights} copies parameters. {@code Example} and {@code
 * TrainedExample} run the unmodified examples.
 */
@NullMarked
package quartet.scratch.adapter;

import org.jspecify.annotations.NullMarked;
