package quartet.datasets;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Converts texts to the token ids that a network reads. The vocabulary of the training texts is stored with the network.
 *
 * @param text the column of the texts
 * @param target the column to predict
 * @param classes the names of the classes by index
 * @param tokens the tokens of the vocabulary in the order of their ids
 * @param length the number of tokens of a text that a network reads; the rest is dropped
 */
public record TextEncoder(String text, String target, List<String> classes, List<String> tokens, int length) {
    private static final int LENGTH = 64;

    /** Creates an encoder from training texts. */
    public static TextEncoder learn(Table table, String text, String target) {
        Vocabulary vocabulary = Vocabulary.of(table.column(text), LENGTH);
        List<String> classes = table.column(target).stream().distinct().sorted().toList();
        return new TextEncoder(text, target, classes, vocabulary.tokens(), LENGTH);
    }

    /** Returns the number of token ids, including padding and unknown. */
    public int vocabularySize() {
        return Vocabulary.ofTokens(tokens).size();
    }

    /**
     * Encodes texts with their classes.
     *
     * @throws IllegalArgumentException if a column is missing or a class is unknown
     */
    public Examples examples(Table table) {
        int[] labels = table.column(target).stream().mapToInt(this::label).toArray();
        return new Examples(features(table), new Targets.Classes(labels, classes.size()));
    }

    /**
     * Encodes texts without classes.
     *
     * @throws IllegalArgumentException if the column of the texts is missing
     */
    public Features.Tokens features(Table table) {
        Vocabulary vocabulary = Vocabulary.ofTokens(tokens);
        List<String> texts = table.column(text);
        int[] ids = texts.stream()
                .flatMapToInt(row -> Arrays.stream(vocabulary.encode(row, length)))
                .toArray();
        return new Features.Tokens(texts.size(), length, ids);
    }

    /** Writes the encoder. */
    public void save(Path file) throws IOException {
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    /** Reads an encoder that {@link #save} wrote. */
    public static TextEncoder load(Path file) throws IOException {
        return new JsonMapper().readValue(file.toFile(), TextEncoder.class);
    }

    private int label(String name) {
        int label = classes.indexOf(name);
        if (label < 0) {
            throw new IllegalArgumentException(
                    "column '" + target + "': expected one of " + classes + ", but was '" + name + "'");
        }
        return label;
    }
}
