package quartet.scratch.generative.neural;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.activation.Softmax;
import quartet.scratch.nn.attention.LearnedPositions;
import quartet.scratch.nn.attention.TransformerBlock;
import quartet.scratch.nn.attention.TransformerSettings;
import quartet.scratch.nn.dense.Dense;
import quartet.scratch.nn.loss.SoftmaxCrossEntropy;
import quartet.scratch.nn.sequence.Embedding;
import quartet.scratch.nn.training.Initializers;
import quartet.scratch.nn.training.LayerNormalization;
import quartet.scratch.optim.Clipping;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/**
 * A language model of characters: a small Transformer that predicts the next character from those before it.
 * <pre>{@code
 * ids [batch, time] -> embedding + positions -> blocks of causal attention -> norm -> dense
 *     -> logits [batch, time, characters]
 * p(text) = product over t of p(character t | the characters before it, at most context of them)
 * }</pre>
 * Training minimizes the cross-entropy of the next character at all positions of random windows of the text. Source:
 * Vaswani et al. (2017), "Attention Is All You Need"; Radford et al. (2018), "Improving Language Understanding by
 * Generative Pre-Training", section 3.1, for the model.
 */
public final class CharacterModel {
    private static final double LARGEST_GRADIENT_NORM = 1;
    private static final double INITIAL_DEVIATION = 0.05;

    private final String alphabet;
    private final int context;
    private final Sequential network;
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();

    /**
     * The sizes of a model.
     *
     * @param context the maximum number of preceding characters that the model uses
     * @param features of each character, a multiple of heads
     * @param heads of the attention
     * @param blocks of the Transformer
     */
    public record Sizes(int context, int features, int heads, int blocks) {
        /**
         * Creates sizes.
         *
         * @throws IllegalArgumentException if a size is not positive
         */
        public Sizes {
            Require.positive("CharacterModel", "context", context);
            Require.positive("CharacterModel", "features", features);
            Require.positive("CharacterModel", "heads", heads);
            Require.positive("CharacterModel", "blocks", blocks);
        }
    }

    private CharacterModel(String alphabet, Sizes sizes, RandomGenerator random) {
        this.alphabet = alphabet;
        this.context = sizes.context();
        TransformerSettings settings =
                TransformerSettings.of(sizes.features(), sizes.heads()).causally();
        Sequential blocks = new Sequential(IntStream.range(0, sizes.blocks())
                .mapToObj(b -> (Layer) new TransformerBlock("block" + (b + 1), settings))
                .toList());
        this.network = new Sequential(List.of(
                new Embedding("embedding", alphabet.length(), sizes.features()),
                new LearnedPositions("positions", sizes.context(), sizes.features()),
                blocks,
                new LayerNormalization("norm", sizes.features()),
                new Dense("output", sizes.features(), alphabet.length())));
        Initializers.normal(0, INITIAL_DEVIATION).initialize(network.parameters(), random);
    }

    /**
     * Creates a model of the characters of a text.
     *
     * @param random draws the weights
     * @throws IllegalArgumentException if the text is empty or the features cannot be divided among the heads
     */
    public static CharacterModel of(String text, Sizes sizes, RandomGenerator random) {
        Require.notNull("CharacterModel", "text", text);
        Require.notNull("CharacterModel", "sizes", sizes);
        Require.notNull("CharacterModel", "random", random);
        Require.that(!text.isEmpty(), "CharacterModel: expected a text, but was an empty one");
        String alphabet =
                text.chars().sorted().distinct().mapToObj(Character::toString).collect(Collectors.joining());
        return new CharacterModel(alphabet, sizes, random);
    }

    /** Returns the network, for example to save it. */
    public Sequential network() {
        return network;
    }

    /** Returns the characters of the model's alphabet, in the order of their codes. */
    public String alphabet() {
        return alphabet;
    }

    /**
     * Performs one training step on random windows of a text.
     *
     * @param ids the text, from {@link #encode}, longer than the context
     * @param windows the size of the batch
     * @param random draws the windows
     * @return the mean loss of a character before the step, in nats
     * @throws IllegalArgumentException if the text is too short
     */
    public double trainStep(int[] ids, int windows, Optimizer optimizer, RandomGenerator random) {
        Require.notNull("CharacterModel", "ids", ids);
        Require.notNull("CharacterModel", "optimizer", optimizer);
        Require.notNull("CharacterModel", "random", random);
        Require.that(
                ids.length > context,
                "CharacterModel: expected more than %d characters, but was %d",
                context,
                ids.length);
        IntTensor inputs = IntTensor.zeros(windows, context);
        IntTensor targets = IntTensor.zeros(windows, context);
        for (int n = 0; n < windows; n++) {
            int from = random.nextInt(ids.length - context);
            System.arraycopy(ids, from, inputs.data(), n * context, context);
            System.arraycopy(ids, from + 1, targets.data(), n * context, context);
        }
        double mean = loss.forward(network.forward(inputs, true), targets);
        network.backwardParameters(loss.backward());
        Clipping.byGlobalNorm(network.parameters(), LARGEST_GRADIENT_NORM);
        optimizer.step(network.parameters());
        return mean;
    }

    /**
     * Returns the codes of the characters of a text.
     *
     * @throws IllegalArgumentException if a character is not in the model's alphabet
     */
    public int[] encode(String text) {
        Require.notNull("CharacterModel", "text", text);
        int[] ids = text.chars().map(alphabet::indexOf).toArray();
        for (int i = 0; i < ids.length; i++) {
            Require.that(
                    ids[i] >= 0,
                    "CharacterModel: expected characters of the training text, but was '%s' at position %d",
                    text.substring(i, i + 1),
                    i);
        }
        return ids;
    }

    /**
     * Continues a text.
     *
     * @param start at least one character
     * @param length the number of new characters
     * @param temperature divides the logits: below 1 the model prefers probable characters, above 1 it varies more
     * @return the new characters
     * @throws IllegalArgumentException if the start is empty or unknown, or the temperature is not positive
     */
    public String write(String start, int length, double temperature, RandomGenerator random) {
        Require.notNull("CharacterModel", "start", start);
        Require.notNull("CharacterModel", "random", random);
        Require.that(!start.isEmpty(), "CharacterModel: expected a start of at least one character, but was none");
        Require.positive("CharacterModel", "temperature", temperature);
        int[] ids = Arrays.copyOf(encode(start), start.length() + length);
        StringBuilder written = new StringBuilder();
        for (int t = start.length(); t < ids.length; t++) {
            int[] window = Arrays.copyOfRange(ids, Math.max(0, t - context), t);
            Tensor logits = network.forward(IntTensor.of(window, 1, window.length), false);
            ids[t] = draw(logits, (window.length - 1) * alphabet.length(), temperature, random);
            written.append(alphabet.charAt(ids[t]));
        }
        return written.toString();
    }

    private int draw(Tensor logits, int from, double temperature, RandomGenerator random) {
        Tensor scaled = logits.like(alphabet.length());
        for (int k = 0; k < scaled.size(); k++) {
            scaled.set(k, logits.get(from + k) / temperature);
        }
        Softmax.normalize(scaled, scaled, scaled.size());
        double threshold = random.nextDouble();
        int k = 0;
        while (k < scaled.size() - 1 && threshold >= scaled.get(k)) {
            threshold -= scaled.get(k);
            k++;
        }
        return k;
    }
}
