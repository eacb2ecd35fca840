package quartet.scratch.kernel.textbook;

import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** Mean of the embeddings of a text's tokens, and its gradient. Token 0 is padding and is ignored. */
final class EmbeddingMean {
    private static final int PADDING = 0;

    private EmbeddingMean() {}

    /**
     * Computes {@code y_i = 1/|T_i| sum_{t in T_i} table[t]}, with T_i the tokens of row i that are not padding.
     * Shapes: ids [n, length], table [vocabulary, dimension], y [n, dimension].
     */
    static void forward(IntTensor ids, Tensor table, Tensor y) {
        int length = ids.dimension(1);
        int dimension = table.dimension(1);
        y.fill(0);
        for (int i = 0; i < ids.dimension(0); i++) {
            int tokens = tokens(ids, i);
            for (int t = 0; t < length; t++) {
                int id = ids.data()[i * length + t];
                if (id != PADDING) {
                    for (int k = 0; k < dimension; k++) {
                        y.add(i * dimension + k, table.get(id * dimension + k) / tokens);
                    }
                }
            }
        }
    }

    /** Computes {@code dTable[t] += dy_i / |T_i|} for each occurrence of token t in row i; dTable starts from zero. */
    static void backward(IntTensor ids, Tensor dy, Tensor dTable) {
        int length = ids.dimension(1);
        int dimension = dTable.dimension(1);
        dTable.fill(0);
        for (int i = 0; i < ids.dimension(0); i++) {
            int tokens = tokens(ids, i);
            for (int t = 0; t < length; t++) {
                int id = ids.data()[i * length + t];
                if (id != PADDING) {
                    for (int k = 0; k < dimension; k++) {
                        dTable.add(id * dimension + k, dy.get(i * dimension + k) / tokens);
                    }
                }
            }
        }
    }

    /** Returns the tokens of a row that are not padding. */
    private static int tokens(IntTensor ids, int row) {
        int length = ids.dimension(1);
        int count = 0;
        for (int t = 0; t < length; t++) {
            if (ids.data()[row * length + t] != PADDING) {
                count++;
            }
        }
        return count;
    }
}
