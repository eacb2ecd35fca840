package quartet.datasets;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Token ids of texts. It is learnt from the training texts alone; ids beyond the two reserved ones go by frequency,
 * ties alphabetically, so that a set of texts has exactly one vocabulary.
 */
public final class Vocabulary {
    /** The id that fills the end of a short text; it carries no meaning and no weight. */
    public static final int PADDING = 0;
    /** The id of every token that the training texts do not have. */
    public static final int UNKNOWN = 1;
    /**
     * A token must occur this often in the training texts to have an id. In a small set of short texts, many a word
     * that tells the class occurs once.
     */
    public static final int MINIMUM_COUNT = 1;
    /** The number of ids at most, padding and unknown included. */
    public static final int MAXIMUM_SIZE = 20_000;

    private static final int RESERVED = 2;

    private final Map<String, Integer> ids;

    private Vocabulary(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
    }

    /**
     * Learns from the first {@code length} tokens of the training texts, which are what a network sees of them, with
     * {@link #MINIMUM_COUNT} and {@link #MAXIMUM_SIZE}.
     */
    static Vocabulary of(List<String> trainingTexts, int length) {
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
        Map<String, Integer> ids = new HashMap<>();
        for (String token : tokens) {
            ids.put(token, RESERVED + ids.size());
        }
        return new Vocabulary(ids);
    }

    /** The number of ids, padding and unknown included; every id is less. */
    public int size() {
        return RESERVED + ids.size();
    }

    /**
     * The ids of the first {@code length} tokens of a text, filled up with {@link #PADDING}; a text without tokens is
     * all padding.
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
