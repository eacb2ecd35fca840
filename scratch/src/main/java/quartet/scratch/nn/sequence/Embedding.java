package quartet.scratch.nn.sequence;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * A vector for each token.
 * <pre>{@code Y[n, t] = E[ids[n, t]];   dE[k] = sum over all n, t with ids[n, t] = k of dY[n, t] }</pre>
 * Shapes: ids [batch, length] in an {@link IntTensor}, E [vocabulary, dimension], Y [batch, length, dimension]. Unlike
 * in {@link EmbeddingBag}, no id means padding. The parameter {@code name.weight} starts at zero. Tokens have no
 * gradient: {@link #backward} returns an empty tensor.
 * Source: Bengio et al. (2003), "A Neural Probabilistic Language Model", section 2.
 */
public final class Embedding implements Layer {
    private final String name;
    private final int dimension;
    private final Parameter table;
    private final Tensor noGradient = Tensor.none();
    private IntTensor ids = IntTensor.zeros(0, 0);
    private Tensor output = Tensor.none();

    /**
     * Creates a table on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Embedding(String name, int vocabulary, int dimension) {
        this(name, vocabulary, dimension, Backend.standard());
    }

    /**
     * Creates a table on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Embedding(String name, int vocabulary, int dimension, Backend backend) {
        Require.notNull("Embedding", "name", name);
        Require.notNull("Embedding", "backend", backend);
        Require.positive(name, "vocabulary", vocabulary);
        Require.positive(name, "dimension", dimension);
        this.name = name;
        this.dimension = dimension;
        this.table = Parameter.lookup(name + ".weight", backend.precision().zeros(vocabulary, dimension));
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        ids = Tokens.require(name, input, table.value().dimension(0));
        output = table.value().reuse(output, ids.dimension(0), ids.dimension(1), dimension);
        for (int i = 0; i < ids.size(); i++) {
            output.copyRange(i * dimension, table.value(), row(i), dimension);
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        table.gradient().fill(0);
        for (int i = 0; i < ids.size(); i++) {
            int row = row(i);
            for (int j = 0; j < dimension; j++) {
                table.gradient().add(row + j, outputGradient.get(i * dimension + j));
            }
        }
        return noGradient;
    }

    /** Returns the flat index in the table of the vector of token i. */
    private int row(int i) {
        return ids.data()[i] * dimension;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(table);
    }
}
