/**
 * Trainable TensorFlow graphs for DJL, shared by the examples and the adapter.
 *
 * <p>DJL runs TensorFlow's SavedModels but cannot train with TensorFlow, because its Trainer, Loss and Optimizer need a
 * gradient collector, which this engine does not have. This package provides training in two steps. A {@link
 * quartet.djl.tensorflow.graph.NetworkGraph} describes a network in TensorFlow's own operations, which DJL's engine
 * includes; TensorFlow derives the gradients, and an {@link quartet.djl.tensorflow.graph.Optimizer} applies them
 * inside the graph. A {@link quartet.djl.tensorflow.graph.SavedNetwork} is the exported SavedModel, loaded and run by
 * DJL, with one signature for each function that a caller can run.
 *
 * <p>Read NetworkGraph, Layers, Initializers, Adam, SavedNetwork, ExampleDataset, in this order. The package depends
 * on TensorFlow, DJL and the data sets, but not on the contract.
 */
@org.jspecify.annotations.NullMarked
package quartet.djl.tensorflow.graph;
