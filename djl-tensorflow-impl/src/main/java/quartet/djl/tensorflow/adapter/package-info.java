/**
 * DJL with TensorFlow behind the contract: the adapter around the examples.
 *
 * <p>The adapter takes each network from its example, so that parity proves the code that a reader sees. What differs
 * from the example for the strict comparison is here, with its reason. Read {@link
 * quartet.djl.tensorflow.adapter.TensorFlowEngine}, then StrictLearner, StrictAdam, CanonicalWeights with Layout, and
 * NativeLibrary.
 *
 * <p>Choices that make TensorFlow faster, all of them in {@link quartet.djl.tensorflow.graph} and so in the examples
 * too. {@code compare/quartet run cv --engines djl-tensorflow} measures them on images:
 *
 * <ul>
 *   <li>Images and weights have TensorFlow's own layouts. Neither the graph nor a training step transposes anything
 *       except images of several channels, which Java reorders while it copies them.
 *   <li>Max pooling is the operation MaxPool. With MaxPoolV2, which TensorFlow's Java API offers, a training step takes
 *       about half as long again.
 *   <li>ReLU follows pooling and so computes on a quarter of the numbers. A step saves a few percent.
 *   <li>The session runs its operations in the caller's thread, which avoids a hand-over between threads in each step.
 *   <li>Batches reach TensorFlow through one direct buffer. This bounds the memory outside the heap; it changes the time
 *       of a step little.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package quartet.djl.tensorflow.adapter;
