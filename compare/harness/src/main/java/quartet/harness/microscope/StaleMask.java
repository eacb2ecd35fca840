package quartet.harness.microscope;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import quartet.contract.Batch;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.Weights;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;
import quartet.datasets.Features;
import quartet.datasets.Vocabulary;

/**
 * The hypothesis that the mean of a text's embeddings uses the padding mask of the previous batch: it runs over the
 * positions with a token in the same row of that batch.
 *
 * <pre>{@code y_k = 1/n sum_{t: previous id_t is a token} table[id_t, k];   n = number of these positions }</pre>
 *
 * Padding that the mask does not exclude is treated as a token. Its embedding gets a separate id at the end of a table
 * that is one row longer.
 */
final class StaleMask {
    private final TextSpec spec;
    private final TextSpec longer;

    private StaleMask(TextSpec spec) {
        this.spec = spec;
        longer = new TextSpec(spec.vocabulary() + 1, spec.length(), spec.dimension(), spec.hidden(), spec.classes());
    }

    static Hypothesis of(TextSpec spec) {
        StaleMask mask = new StaleMask(spec);
        return new PassMistake(
                Suspect.STALE_MASK,
                "positions count where the previous batch has tokens",
                observation -> observation.previous().map(before -> mask.pass(observation, before.batch())));
    }

    private ReferencePass pass(Observation observation, Batch previous) {
        Batch batch = observation.batch();
        Features tokens =
                masked(batch.features().asTokens(), previous.features().asTokens());
        ReferencePass pass =
                new ReferenceNetwork(longer, longer(observation.before())).pass(new Batch(tokens, batch.targets()));
        double[] gradient = pass.gradients().get("embedding.weight");
        int last = spec.vocabulary() * spec.dimension();
        for (int k = 0; k < spec.dimension(); k++) {
            gradient[Vocabulary.PADDING * spec.dimension() + k] += gradient[last + k];
        }
        return pass;
    }

    /**
     * Returns the ids under the mask of the previous rows. Rows without a counterpart in the previous batch keep their
     * own mask.
     */
    private Features masked(Features.Tokens tokens, Features.Tokens previous) {
        int[] ids = tokens.ids().clone();
        for (int i = 0; i < Math.min(ids.length, previous.ids().length); i++) {
            boolean counts = previous.ids()[i] != Vocabulary.PADDING;
            int id = ids[i] == Vocabulary.PADDING ? spec.vocabulary() : ids[i];
            ids[i] = counts ? id : Vocabulary.PADDING;
        }
        return new Features.Tokens(tokens.rows(), tokens.length(), ids);
    }

    private Weights longer(Weights weights) {
        float[] table = weights.get("embedding.weight").data();
        float[] copy = Arrays.copyOf(table, table.length + spec.dimension());
        System.arraycopy(table, Vocabulary.PADDING * spec.dimension(), copy, table.length, spec.dimension());
        Map<String, Tensor> result = new LinkedHashMap<>(weights.asMap());
        result.put("embedding.weight", Tensor.of(copy, longer.vocabulary(), spec.dimension()));
        return new Weights(result);
    }
}
