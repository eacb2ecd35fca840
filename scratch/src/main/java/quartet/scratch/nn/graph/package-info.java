/**
 * Networks that are not chains of layers.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link quartet.scratch.nn.graph.Residual}: a connection around a chain.
 *   <li>{@link quartet.scratch.nn.graph.Merge} with {@link quartet.scratch.nn.graph.Sum}, {@link
 *       quartet.scratch.nn.graph.Product} and {@link quartet.scratch.nn.graph.Concatenation}: functions of several
 *       tensors. {@link quartet.scratch.nn.graph.Slice} is the inverse of a concatenation.
 *   <li>{@link quartet.scratch.nn.graph.GraphBuilder} and {@link quartet.scratch.nn.graph.Node}: the definition of a
 *       graph; {@link quartet.scratch.nn.graph.Graph}: its computation, with shared layers.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/19-backpropagation.ipynb
 */
@NullMarked
package quartet.scratch.nn.graph;

import org.jspecify.annotations.NullMarked;
