package quartet.scratch.nn.training;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Inverted dropout. In training, each element is set to zero with a given probability, and the others are scaled so
 * that the expectation stays the same. In inference, the input passes unchanged.
 * <pre>{@code
 * m_i = 0 with probability rate, else 1 / (1 - rate);   y = m x;   dx = m dy
 * }</pre>
 * Any shape. The rate is the probability of zero. Source: Srivastava et al. (2014), "Dropout: A Simple Way
 * to Prevent Neural Networks from Overfitting", section 10 (scaling in training instead of in inference).
 */
public final class Dropout implements Layer {
    private final double rate;
    private final RandomGenerator random;
    private Tensor mask = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();

    /**
     * Creates a layer with the given rate.
     *
     * @param random the source of the masks, which are deterministic for a given seed
     * @throws IllegalArgumentException if the rate is not in [0, 1)
     */
    public Dropout(double rate, RandomGenerator random) {
        Require.notNull("Dropout", "random", random);
        this.rate = Require.decay("Dropout", "rate", rate);
        this.random = random;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Dropout", "input", input);
        mask = input.reuse(mask);
        output = input.reuse(output);
        for (int i = 0; i < input.size(); i++) {
            boolean dropped = training && random.nextDouble() < rate;
            mask.set(i, dropped ? 0 : training ? 1 / (1 - rate) : 1);
            output.set(i, mask.get(i) * input.get(i));
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Dropout", output, outputGradient);
        inputGradient = output.reuse(inputGradient);
        for (int i = 0; i < mask.size(); i++) {
            inputGradient.set(i, mask.get(i) * outputGradient.get(i));
        }
        return inputGradient;
    }

    /** Returns whether the dropout rate is 0. Otherwise, results depend on random numbers. */
    @Override
    public boolean repeatable() {
        return rate == 0;
    }
}
