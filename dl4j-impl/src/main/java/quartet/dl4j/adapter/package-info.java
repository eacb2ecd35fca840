/**
 * Connects Deeplearning4j to the contract.
 *
 * <p>Read {@link quartet.dl4j.adapter.Dl4jEngine} first. {@code StrictLearner} trains the network of an example under
 * the strict specification. {@code StrictAdam} and {@code SoftmaxCrossEntropy} replace parts of the framework that
 * deviate from the specification, and {@code CanonicalWeights} converts parameters. {@code Example} and {@code
 * TrainedExample} run the unmodified examples. {@code NativeLibrary} loads ND4J.
 */
@org.jspecify.annotations.NullMarked
package quartet.dl4j.adapter;
