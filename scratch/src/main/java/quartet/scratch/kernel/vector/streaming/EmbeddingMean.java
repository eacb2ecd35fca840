package quartet.scratch.kernel.vector.streaming;

import java.util.Arrays;
import quartet.scratch.tensor.IntTensor;

/**
 * Mean of embeddings and its gradient on arrays. For the definition, see {@link
 * quartet.scratch.kernel.Kernels#embeddingMean}.
 *
 * <p>The operation is bound by memory. C2 vectorizes the loop that adds a row of the table.
 */
public final class EmbeddingMean {
    private static final int PADDING = 0;

    private EmbeddingMean() {}

    /** Computes the means y [rows, dimension] for tokens [rows, length] and table [vocabulary, dimension]. */
    public static void mean(IntTensor tokens, float[] table, int dimension, float[] y) {
        int[] ids = tokens.data();
        int rows = tokens.dimension(0);
        int length = tokens.dimension(1);
        Arrays.fill(y, 0, rows * dimension, 0);
        for (int i = 0; i < rows; i++) {
            float weight = weightOfToken(ids, i * length, length);
            for (int t = i * length; t < (i + 1) * length; t++) {
                int id = ids[t];
                if (id != PADDING) {
                    addScaled(weight, table, id * dimension, y, i * dimension, dimension);
                }
            }
        }
    }

    /** Computes the gradient dTable, with size numbers in total, from dy [rows, dimension]. */
    public static void meanBackward(IntTensor tokens, float[] dy, float[] dTable, int size, int dimension) {
        int[] ids = tokens.data();
        int rows = tokens.dimension(0);
        int length = tokens.dimension(1);
        Arrays.fill(dTable, 0, size, 0);
        for (int i = 0; i < rows; i++) {
            float weight = weightOfToken(ids, i * length, length);
            for (int t = i * length; t < (i + 1) * length; t++) {
                int id = ids[t];
                if (id != PADDING) {
                    addScaled(weight, dy, i * dimension, dTable, id * dimension, dimension);
                }
            }
        }
    }

    private static void addScaled(float a, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] += a * x[xOffset + i];
        }
    }

    private static float weightOfToken(int[] ids, int from, int length) {
        int count = 0;
        for (int t = from; t < from + length; t++) {
            if (ids[t] != PADDING) {
                count++;
            }
        }
        return 1f / Math.max(1, count);
    }
}
