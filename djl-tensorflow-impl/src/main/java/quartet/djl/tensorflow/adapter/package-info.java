/**
 * Connects DJL with TensorFlow to the contract.
 *
 * <p>The adapter takes each network from its example, so the parity check covers the code of the examples. The strict
 * comparison requires some differences from the examples, which this package contains with their reasons. Read {@link
 * quartet.djl.tensorflow.adapter.TensorFlowEngine}, then StrictLearner, StrictAdam, CanonicalWeights with Layout, and
 * NativeLibrary.
 *
 * <p>The following choices make TensorFlow faster. All of them are in {@link quartet.djl.tensorflow.graph}, and thus
 * also in the examples. {@code compare/quartet run cv --engines djl-tensorflow} measures them on images:
 *
 * <ul>
 *   <li>Images and weights have TensorFlow's own layouts. Neither the graph nor a training step transposes anything
 *       except images of several channels, which Java reorders while it copies them.
 *   <li>Max pooling is the operation MaxPool. With MaxPoolV2, which TensorFlow's Java API offers, a training step
 *       takes about one and a half times as long.
 *   <li>ReLU follows pooling, so it processes a quarter of the numbers. This saves a few percent of a step.
 *   <li>The session runs its operations in the caller's thread, which avoids switching between threads in each step.
 *   <li>Batches reach TensorFlow through one direct buffer. This bounds the memory outside the heap, and hardly
 *       changes the time of a step.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package quartet.djl.tensorflow.adapter;
