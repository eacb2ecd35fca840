package quartet.datasets;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The token ids of a set of training texts. Ids 0 and 1 are reserved. The other ids number the tokens by descending
 * frequency, and tokens of equal frequency alphabetically, so that a set of texts has exactly one vocabulary.
 */
public final class Vocabulary {
    /** The id that fills the end of a short text. Networks must ignore it. */
    public static final int PADDING = 0;
    /** The id of every token that is not in the vocabulary. */
    public static final int UNKNOWN = 1;
    /**
     * The minimum number of occurrences in the training texts for a token to get an id. It is 1 because many
     * informative words occur only once in a small set of short texts.
     */
    public static final int MINIMUM_COUNT = 1;
    /** The maximum number of ids, including padding and unknown. */
    public static final int MAXIMUM_SIZE = 20_000;

    private static final int RESERVED = 2;

    private final Map<String, Integer> ids;

    private Vocabulary(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
    }

    /**
     * Builds the vocabulary of the first {@code length} tokens of each training text, which are those that a network
     * reads. The limits are {@link #MINIMUM_COUNT} and {@link #MAXIMUM_SIZE}.
     */
    public static Vocabulary of(List<String> trainingTexts, int length) {
        return of(trainingTexts, length, MINIMUM_COUNT, MAXIMUM_SIZE);
    }

    static Vocabulary of(List<String> trainingTexts, int length, int minimumCount, int maximumSize) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : trainingTexts) {
            Tokenizer.tokens(text, length).forEach(token -> counts.merge(token, 1, Integer::sum));
        }
        List<String> tokens = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= minimumCount)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.max(0, maximumSize - RESERVED))
                .map(Map.Entry::getKey)
                .toList();
        return ofTokens(tokens);
    }

    /** Returns the vocabulary of tokens in the order of their ids, as {@link #tokens} returns them. */
    public static Vocabulary ofTokens(List<String> tokens) {
        Map<String, Integer> ids = new HashMap<>();
        for (String token : tokens) {
            ids.put(token, RESERVED + ids.size());
        }
        return new Vocabulary(ids);
    }

    /** Returns the tokens with an id of their own, in the order of their ids. */
    public List<String> tokens() {
        return ids.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the number of tokens of a text, at most {@code limit}. */
    public static int countTokens(String text, int limit) {
        return Tokenizer.tokens(text, limit).size();
    }

    /** Returns the number of ids, including padding and unknown. All ids are smaller. */
    public int size() {
        return RESERVED + ids.size();
    }

    /**
     * Returns the ids of the first {@code length} tokens of a text, padded with {@link #PADDING} at the end. A text
     * without tokens is all padding.
     */
    public int[] encode(String text, int length) {
        int[] encoded = new int[length];
        List<String> tokens = Tokenizer.tokens(text, length);
        for (int i = 0; i < tokens.size(); i++) {
            encoded[i] = ids.getOrDefault(tokens.get(i), UNKNOWN);
        }
        return encoded;
    }
}
