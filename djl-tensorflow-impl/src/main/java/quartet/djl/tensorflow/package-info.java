/**
 * The four projects on DJL with the TensorFlow engine.
 *
 * <p>DJL runs TensorFlow's SavedModels but cannot train with TensorFlow: its Trainer, Loss and Optimizer need a
 * gradient collector, which this engine does not have. So they are not used here. Instead each project describes its
 * network as a graph with TensorFlow's own Java operations (which DJL's engine brings along), TensorFlow derives the
 * gradients and applies its own Adam kernels inside the graph, and the graph becomes a SavedModel with one signature
 * for each thing that a caller wants: {@code train}, {@code serving_default}, {@code gradients}, {@code weights},
 * {@code start} and {@code save}. DJL loads that SavedModel and runs all of them in one session.
 */
@org.jspecify.annotations.NullMarked
package quartet.djl.tensorflow;
