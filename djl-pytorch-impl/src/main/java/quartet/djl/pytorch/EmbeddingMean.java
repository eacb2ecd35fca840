package quartet.djl.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import quartet.datasets.Vocabulary;

/**
 * The mean of the embeddings of a text's tokens, without its padding, for which DJL has no block.
 *
 * <pre>{@code
 * mean[b] = sum over t of share[b, t] E[ids[b, t]],   share[b, t] = 0 for padding, else 1 / tokens of text b
 * }</pre>
 *
 * Shapes: ids [batch, length], E [vocabulary, dimension], mean [batch, dimension]. A text without tokens gets 0. The
 * gradient of E is dense, which keeps it reproducible with several threads, as that of DJL's IdEmbedding is not.
 */
final class EmbeddingMean extends AbstractBlock {
    private final Parameter weight;
    private final int dimension;

    EmbeddingMean(int vocabulary, int dimension) {
        this.dimension = dimension;
        weight = addParameter(Parameter.builder()
                .setName("weight")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(vocabulary, dimension))
                .build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> arguments) {
        NDArray ids = inputs.singletonOrThrow();
        NDArray table = parameters.getValue(weight, ids.getDevice(), training);
        NDList embedded = Embedding.embedding(ids, table, SparseFormat.DENSE);
        NDArray mask = ids.neq(Vocabulary.PADDING).toType(DataType.FLOAT32, false);
        NDArray share = mask.div(mask.sum(new int[] {1}, true).maximum(1));
        // [batch, 1, length] times [batch, length, dimension]
        return new NDList(
                share.expandDims(1).matMul(embedded.singletonOrThrow()).squeeze(1));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), dimension)};
    }
}
