package quartet.datasets.recipe;

import java.util.List;

/**
 * The recipe of texts: the vocabulary of the training texts.
 *
 * @param text the name of the column with the texts
 * @param target the name of the target column
 * @param length the number of tokens of a text that a network reads
 * @param tokens the tokens with an id of their own, in the order of their ids; the first two ids are padding and
 *     unknown
 * @param classes the names of the classes by index
 */
public record TextRecipe(String text, String target, int length, List<String> tokens, List<String> classes)
        implements Recipe {
    public TextRecipe {
        tokens = List.copyOf(tokens);
        classes = List.copyOf(classes);
    }
}
