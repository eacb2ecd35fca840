package quartet.datasets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a text into tokens, in lower case, so that the same text gives the same tokens on every machine.
 *
 * <p>A token is a word with the apostrophes inside it (don't), a number with the points and commas inside it (3.5), a
 * single ! or ?, or a simple emoticon such as :) ;-( :d &lt;3. Everything else separates.
 */
final class Tokenizer {
    private static final Pattern TOKEN = Pattern.compile(
            // A letter may follow a colon in ordinary text (note:do), so :d and :p must stand alone.
            "<3|[:;=]['-]?(?:[()\\[\\]/|]|[dpoDPO](?![\\p{L}\\p{N}]))"
                    + "|\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:'[\\p{L}\\p{M}\\p{N}]+)*"
                    + "|\\p{N}+(?:[.,]\\p{N}+)*"
                    + "|[!?]");

    private Tokenizer() {}

    /** The first tokens of a text in order, {@code limit} at most; none for a text of separators alone. */
    static List<String> tokens(String text, int limit) {
        // Typographic and typewriter apostrophes are the same letter to a reader.
        return TOKEN.matcher(text.replace('\u2019', '\''))
                .results()
                .limit(limit)
                .map(token -> token.group().toLowerCase(Locale.ROOT))
                .toList();
    }
}
