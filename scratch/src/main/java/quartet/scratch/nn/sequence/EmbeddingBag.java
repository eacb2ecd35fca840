package quartet.scratch.nn.sequence;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Mean of the embeddings of a text's tokens. Padding is ignored.
 * <pre>{@code
 * y_i = 1/|T_i| sum_{t in T_i} E[t];   T_i = tokens of row i other than 0;   y_i = 0 if there are none
 * dE[t] = sum over the occurrences of t in row i of dy_i / |T_i|
 * }</pre>
 * Shapes: ids [batch, length] in an {@link IntTensor}, E [vocabulary, dimension], y [batch, dimension]. Id 0 is
 * padding; its row of the table is never used. The parameter {@code name.weight} starts at zero. Tokens have no
 * gradient: {@link #backward} returns an empty tensor. Source: Iyyer et al. (2015), "Deep Unordered Composition Rivals
 * Syntactic Methods for Text Classification", section 2.
 */
public final class EmbeddingBag implements Layer {
    private final String name;
    private final Kernels kernels;
    private final Parameter table;
    private final List<Parameter> parameters;
    private final Tensor noGradient = Tensor.none();
    private IntTensor ids = IntTensor.zeros(0, 0);
    private Tensor output = Tensor.none();

    /**
     * Creates a table on the standard backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public EmbeddingBag(String name, int vocabulary, int dimension) {
        this(name, vocabulary, dimension, Backend.standard());
    }

    /**
     * Creates a table on the given backend.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public EmbeddingBag(String name, int vocabulary, int dimension, Backend backend) {
        Require.notNull("EmbeddingBag", "name", name);
        Require.notNull("EmbeddingBag", "backend", backend);
        Require.positive(name, "vocabulary", vocabulary);
        Require.positive(name, "dimension", dimension);
        this.name = name;
        this.kernels = backend.kernels();
        this.table = Parameter.lookup(name + ".weight", backend.precision().zeros(vocabulary, dimension));
        this.parameters = List.of(table);
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull(name, "input", input);
        ids = Tokens.require(name, input, table.value().dimension(0));
        output = table.value().reuse(output, ids.dimension(0), table.value().dimension(1));
        kernels.embeddingMean(ids, table.value(), output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf(name, output, outputGradient);
        kernels.embeddingMeanBackward(ids, outputGradient, table.gradient());
        return noGradient;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }
}
