package quartet.scratch.generative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import quartet.scratch.argument.Require;

/**
 * An n-gram language model with interpolated Witten-Bell smoothing.
 * <pre>{@code
 * h = the n - 1 tokens before,  h' = h without its first;   c(h w) = how often w followed h in training
 * c(h) = sum_w c(h w),   T(h) = number of different w after h
 * P(w | h) = (c(h w) + T(h) P(w | h')) / (c(h) + T(h));      below the empty h:  1 / vocabulary
 * perplexity = exp(-1/N sum_i log P(w_i | h_i)),   N tokens, the ends of sentences included
 * }</pre>
 * After a context h, unseen tokens are estimated to occur as often as new tokens occurred so far, T(h) times. The
 * smoothing has no parameters, and the probabilities sum to 1. Sentences are padded with {@link #START} and terminated
 * by {@link #END}. A token that does not occur in the training text is replaced by {@link #UNKNOWN}. Tokens may be
 * words or characters.
 * Source: Witten, Bell (1991), "The Zero-Frequency Problem", method C; Chen, Goodman (1998), "An Empirical Study of
 * Smoothing Techniques for Language Modeling", section 2.5; Jurafsky, Martin, Speech and Language Processing, chapter
 * 3.
 */
public final class NGramModel {

    /** The padding before a sentence, which is never predicted. */
    public static final String START = "<s>";

    /** The end of a sentence, which is predicted like a token. */
    public static final String END = "</s>";

    /** The replacement of every token that does not occur in the training text. */
    public static final String UNKNOWN = "<unk>";

    private final int order;
    private final Set<String> vocabulary;
    private final List<String> tokens;
    private final Map<List<String>, Followers> followers;

    /** The counts of the tokens that follow a context, in order of first occurrence. */
    private record Followers(Map<String, Integer> counts) {
        static Followers none() {
            return new Followers(new LinkedHashMap<>());
        }

        int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Returns the token at a position among all occurrences. */
        String at(int position) {
            int rest = position;
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                rest -= entry.getValue();
                if (rest < 0) {
                    return entry.getKey();
                }
            }
            throw new IllegalArgumentException(
                    "NGramModel: expected a position below " + total() + ", but was " + position);
        }
    }

    private NGramModel(int order, Set<String> vocabulary, Map<List<String>, Followers> followers) {
        this.order = order;
        this.vocabulary = vocabulary;
        this.tokens = List.copyOf(vocabulary);
        this.followers = followers;
    }

    /**
     * Counts the n-grams of the training text.
     *
     * @param order n, at least 1
     * @throws IllegalArgumentException if there is no sentence, n is below 1, or a token is one of the three special
     *     tokens
     */
    public static NGramModel fit(int order, List<List<String>> sentences) {
        Require.atLeast("NGramModel", "token of order", 1, order);
        Require.atLeast("NGramModel", "sentences", 1, sentences.size());
        // Sorted, so that generated text depends only on the seed.
        Set<String> vocabulary = new TreeSet<>();
        sentences.forEach(vocabulary::addAll);
        for (String special : List.of(START, END, UNKNOWN)) {
            if (vocabulary.contains(special)) {
                throw new IllegalArgumentException(
                        "NGramModel: expected text without special tokens, but was " + special);
            }
        }
        vocabulary.add(END);
        vocabulary.add(UNKNOWN);
        Map<List<String>, Followers> followers = new HashMap<>();
        for (List<String> sentence : sentences) {
            List<String> padded = padded(order, sentence);
            for (int i = order - 1; i < padded.size(); i++) {
                for (int length = 0; length < order; length++) {
                    followers
                            .computeIfAbsent(List.copyOf(padded.subList(i - length, i)), context -> Followers.none())
                            .counts()
                            .merge(padded.get(i), 1, Integer::sum);
                }
            }
        }
        return new NGramModel(order, vocabulary, followers);
    }

    /**
     * Returns all tokens that can be predicted, sorted: those of the training text, {@link #END} and {@link #UNKNOWN}.
     */
    public Set<String> vocabulary() {
        return Collections.unmodifiableSet(vocabulary);
    }

    /**
     * Returns P(token | context). A token outside the vocabulary is replaced by {@link #UNKNOWN}.
     *
     * @param context the preceding tokens, of which the last n - 1 are used
     */
    public double probability(List<String> context, String token) {
        return probabilityOfKnown(history(context), known(token));
    }

    private double probabilityOfKnown(List<String> history, String token) {
        double shorter = history.isEmpty()
                ? 1.0 / vocabulary.size()
                : probabilityOfKnown(history.subList(1, history.size()), token);
        Followers seen = followers.getOrDefault(history, Followers.none());
        int total = seen.total();
        int types = seen.counts().size();
        return total == 0 ? shorter : (seen.counts().getOrDefault(token, 0) + types * shorter) / (total + types);
    }

    /**
     * Returns the perplexity, the effective number of equally likely tokens. Smaller is better. It is close to 1 for a
     * single repeated character, and a uniform model has the size of the vocabulary.
     *
     * @throws IllegalArgumentException if there is no sentence
     */
    public double perplexity(List<List<String>> sentences) {
        Require.atLeast("NGramModel.perplexity", "sentences", 1, sentences.size());
        double sum = 0;
        int count = 0;
        for (List<String> sentence : sentences) {
            List<String> padded = padded(order, sentence);
            for (int i = order - 1; i < padded.size(); i++) {
                sum -= Math.log(probability(padded.subList(i - order + 1, i), padded.get(i)));
                count++;
            }
        }
        return Math.exp(sum / count);
    }

    /**
     * Generates a sentence token by token until {@link #END} is drawn or the limit is reached. {@link #UNKNOWN} is
     * drawn again.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public List<String> write(int maxTokens, RandomGenerator random) {
        Require.atLeast("NGramModel.write", "tokens", 0, maxTokens);
        List<String> text = new ArrayList<>(Collections.nCopies(order - 1, START));
        while (text.size() < maxTokens + order - 1) {
            String next = draw(history(text), random);
            while (next.equals(UNKNOWN)) {
                next = draw(history(text), random);
            }
            if (next.equals(END)) {
                break;
            }
            text.add(next);
        }
        return List.copyOf(text.subList(order - 1, text.size()));
    }

    /**
     * Draws from P(. | history), which is a mixture: with probability T(h) / (c(h) + T(h)) the shorter history is used.
     */
    String draw(List<String> history, RandomGenerator random) {
        Followers seen = followers.getOrDefault(history, Followers.none());
        int total = seen.total();
        if (total > 0) {
            int position = random.nextInt(total + seen.counts().size());
            if (position < total) {
                return seen.at(position);
            }
        }
        return history.isEmpty()
                ? tokens.get(random.nextInt(tokens.size()))
                : draw(history.subList(1, history.size()), random);
    }

    private List<String> history(List<String> context) {
        int from = Math.max(0, context.size() - order + 1);
        return context.subList(from, context.size()).stream()
                .map(token -> token.equals(START) ? START : known(token))
                .toList();
    }

    private String known(String token) {
        return vocabulary.contains(token) ? token : UNKNOWN;
    }

    private static List<String> padded(int order, List<String> sentence) {
        List<String> padded = new ArrayList<>(Collections.nCopies(order - 1, START));
        padded.addAll(sentence);
        padded.add(END);
        return padded;
    }
}
