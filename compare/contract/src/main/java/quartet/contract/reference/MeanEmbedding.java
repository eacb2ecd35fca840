package quartet.contract.reference;

import quartet.datasets.Vocabulary;

/**
 * Mean of the embeddings of a text's tokens. Padding is ignored; the mean of a text without tokens is 0.
 *
 * <pre>{@code y_k = 1/n sum_t table[id_t, k];   dtable[id_t, k] += dy_k / n }</pre>
 *
 * Shapes: ids [length], table [vocabulary, dimension], y [dimension].
 */
final class MeanEmbedding implements Layer {
    private final Parameters parameters;
    private final int dimension;
    private final double[] table;
    private double[] ids = {};

    MeanEmbedding(Parameters parameters, int dimension) {
        this.parameters = parameters;
        this.dimension = dimension;
        table = parameters.values("embedding.weight");
    }

    @Override
    public Signal forward(Signal input) {
        ids = input.values();
        double[] mean = new double[dimension];
        double[] magnitudes = new double[dimension];
        int tokens = tokens();
        for (double id : ids) {
            for (int k = 0; k < dimension && id != Vocabulary.PADDING; k++) {
                double value = table[((int) id) * dimension + k] / tokens;
                mean[k] += value;
                magnitudes[k] += Math.abs(value);
            }
        }
        return new Signal(mean, magnitudes);
    }

    /** Returns an empty array, because token ids have no gradient. */
    @Override
    public double[] backward(double[] dy) {
        double[] gradient = parameters.gradient("embedding.weight");
        int tokens = tokens();
        for (double id : ids) {
            for (int k = 0; k < dimension && id != Vocabulary.PADDING; k++) {
                gradient[((int) id) * dimension + k] += dy[k] / tokens;
            }
        }
        return new double[0];
    }

    private int tokens() {
        int count = 0;
        for (double id : ids) {
            count += id == Vocabulary.PADDING ? 0 : 1;
        }
        return count;
    }
}
