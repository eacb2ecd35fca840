/**
 * The four examples on DJL with the TensorFlow engine. Each file is complete: the network in TensorFlow's operations,
 * training, evaluation, prediction, saving and loading, and a {@code main} that runs all of them.
 *
 * <p>DJL's TensorFlow engine runs SavedModels but has no gradients, so DJL's Trainer, Loss and Optimizer cannot be used.
 * Each example describes its network as a TensorFlow graph. TensorFlow derives the gradients and applies Adam inside the
 * graph, and DJL runs the graph's SavedModel on the batches of a DJL data set. The classes for this are in {@link
 * quartet.djl.tensorflow.graph}.
 *
 * <p>Read TabularClassifier first, then TabularRegressor, ImageClassifier and TextClassifier.
 */
@org.jspecify.annotations.NullMarked
package quartet.djl.tensorflow;
