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
 * A block that embeds the tokens of a text and averages the embeddings without padding. DJL has no such block.
 *
 * <pre>{@code
 * mean[b] = sum over t of share[b, t] E[ids[b, t]],   share[b, t] = 0 for padding, else 1 / tokens of text b
 * }</pre>
 *
 * Shapes: ids [batch, length], E [vocabulary, dimension], mean [batch, dimension]. The mean of a text without tokens is
 * 0. The gradient of E is dense: with several threads, DJL's IdEmbedding accumulates its gradient in an order that
 * varies from run to run.
 */
final class MaskedMean extends AbstractBlock {
    private final Parameter embedding;
    private final int dimension;

    MaskedMean(int vocabulary, int dimension) {
        this.dimension = dimension;
        embedding = addParameter(Parameter.builder()
                .setName("embedding")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(vocabulary, dimension))
                .build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> arguments) {
        NDArray ids = inputs.singletonOrThrow();
        NDArray table = parameters.getValue(embedding, ids.getDevice(), training);
        NDArray embedded = Embedding.embedding(ids, table, SparseFormat.DENSE).singletonOrThrow();
        NDArray mask = ids.neq(Vocabulary.PADDING).toType(DataType.FLOAT32, false);
        NDArray share = mask.div(mask.sum(new int[] {1}, true).maximum(1));
        // [batch, 1, length] times [batch, length, dimension]
        return new NDList(share.expandDims(1).matMul(embedded).squeeze(1));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), dimension)};
    }
}
