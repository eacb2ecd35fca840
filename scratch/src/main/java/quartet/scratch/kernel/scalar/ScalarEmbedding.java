package quartet.scratch.kernel.scalar;

import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** Mean of embeddings and its gradient, one row of the table at a time. */
final class ScalarEmbedding {
    private static final int PADDING = 0;

    private ScalarEmbedding() {}

    /** Implements {@link quartet.scratch.kernel.Kernels#embeddingMean}. */
    static void mean(IntTensor ids, Tensor table, Tensor y) {
        int length = ids.dimension(1);
        int dimension = table.dimension(1);
        y.fill(0);
        for (int i = 0; i < ids.dimension(0); i++) {
            double weight = weightOfToken(ids, i);
            for (int t = 0; t < length; t++) {
                int id = ids.data()[i * length + t];
                if (id != PADDING) {
                    Rows.addScaled(weight, table, id * dimension, y, i * dimension, dimension);
                }
            }
        }
    }

    /** Implements {@link quartet.scratch.kernel.Kernels#embeddingMeanBackward}. */
    static void meanBackward(IntTensor ids, Tensor dy, Tensor dTable) {
        int length = ids.dimension(1);
        int dimension = dTable.dimension(1);
        dTable.fill(0);
        for (int i = 0; i < ids.dimension(0); i++) {
            double weight = weightOfToken(ids, i);
            for (int t = 0; t < length; t++) {
                int id = ids.data()[i * length + t];
                if (id != PADDING) {
                    Rows.addScaled(weight, dy, i * dimension, dTable, id * dimension, dimension);
                }
            }
        }
    }

    /** Returns one over the number of the row's tokens that are not padding; 1 if there are none. */
    private static double weightOfToken(IntTensor ids, int row) {
        int length = ids.dimension(1);
        int count = 0;
        for (int t = 0; t < length; t++) {
            if (ids.data()[row * length + t] != PADDING) {
                count++;
            }
        }
        return 1.0 / Math.max(1, count);
    }
}
