package quartet.scratch.nn.attention;

import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.sequence.StepMask;

/**
 * The sizes of a {@link TransformerBlock}.
 *
 * <pre>{@code TransformerSettings.of(64, 4).causally().dropout(0.1, random) }</pre>
 *
 * @param features of each step, a multiple of heads
 * @param heads of the attention
 * @param hidden units of the network that is applied to each step
 * @param causal whether a step attends only to itself and the steps before it
 * @param mask the steps that are padding
 * @param dropout the rate of the dropout behind each of the two branches
 * @param random draws the dropped elements
 */
public record TransformerSettings(
        int features, int heads, int hidden, boolean causal, StepMask mask, double dropout, RandomGenerator random) {
    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if a size is not positive or the rate is not in [0, 1)
     */
    public TransformerSettings {
        Require.positive("TransformerSettings", "features", features);
        Require.positive("TransformerSettings", "heads", heads);
        Require.positive("TransformerSettings", "hidden", hidden);
        Require.decay("TransformerSettings", "dropout", dropout);
        Require.notNull("TransformerSettings", "mask", mask);
        Require.notNull("TransformerSettings", "random", random);
    }

    /** Returns the settings of a block without mask and dropout, with 4 features hidden units, as in the paper. */
    public static TransformerSettings of(int features, int heads) {
        return new TransformerSettings(
                features, heads, 4 * features, false, StepMask.none(), 0, RandomGenerator.getDefault());
    }

    /** Returns these settings with another number of hidden units. */
    public TransformerSettings hidden(int units) {
        return new TransformerSettings(features, heads, units, causal, mask, dropout, random);
    }

    /** Returns these settings with causal attention. */
    public TransformerSettings causally() {
        return new TransformerSettings(features, heads, hidden, true, mask, dropout, random);
    }

    /** Returns these settings with a mask of padding. */
    public TransformerSettings masked(StepMask padding) {
        Require.notNull("TransformerSettings", "padding", padding);
        return new TransformerSettings(features, heads, hidden, causal, padding, dropout, random);
    }

    /** Returns these settings with dropout. */
    public TransformerSettings dropout(double rate, RandomGenerator source) {
        Require.notNull("TransformerSettings", "source", source);
        return new TransformerSettings(features, heads, hidden, causal, mask, rate, source);
    }
}
