/**
 * Deeplearning4j behind the contract of the comparison.
 *
 * <p>Begin with {@link quartet.dl4j.adapter.Dl4jEngine}, which the harness finds. {@code StrictLearner} trains the
 * network of an example by the strict specification. {@code StrictAdam} and {@code SoftmaxCrossEntropy} stand in for
 * parts of the framework that compute something else, and {@code CanonicalWeights} converts parameters.
 * {@code Example} and {@code TrainedExample} run the examples as they stand. {@code NativeLibrary} loads ND4J.
 */
@org.jspecify.annotations.NullMarked
package quartet.dl4j.adapter;
