/**
 * DJL with TensorFlow behind the contract: the adapter around the examples.
 *
 * <p>The adapter takes each network from its example, so that parity proves the code that a reader sees. What differs
 * from the example for the strict comparison is here, with its reason. Read {@link
 * quartet.djl.tensorflow.adapter.TensorFlowEngine}, then StrictLearner, StrictAdam, CanonicalWeights and NativeLibrary.
 */
@org.jspecify.annotations.NullMarked
package quartet.djl.tensorflow.adapter;
