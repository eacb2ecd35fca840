package quartet.datasets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits a text into lower-case tokens. The result does not depend on the locale.
 *
 * <p>A token is a word, including inner apostrophes (don't); a number, including inner points and commas (3.5); a
 * single ! or ?; a simple emoticon such as :) ;-( :d &lt;3; or a single Chinese, Japanese or Thai character or pictograph.
 * All other characters separate tokens.
 */
final class Tokenizer {
    /** Characters that are tokens by themselves: signs of scripts without spaces between words, and pictographs. */
    private static final String SINGLE = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}"
            + "\\x{2600}-\\x{27BF}\\x{1F1E6}-\\x{1F1FF}\\x{1F300}-\\x{1FAFF}";

    private static final String INNER = "[\\p{L}\\p{M}\\p{N}&&[^" + SINGLE + "]]";

    private static final Pattern TOKEN = Pattern.compile(
            // In ordinary text a letter may follow a colon (note:do), so no letter may follow :d, :o and :p.
            "<3|[:;=]['-]?(?:[()\\[\\]/|]|[dpoDPO](?![\\p{L}\\p{N}]))"
                    + "|[" + SINGLE + "]"
                    + "|[\\p{L}&&[^" + SINGLE + "]]" + INNER + "*(?:'" + INNER + "+)*"
                    + "|\\p{N}+(?:[.,]\\p{N}+)*"
                    + "|[!?]");

    private Tokenizer() {}

    /** Returns the first {@code limit} tokens of a text, or all if it has fewer. */
    static List<String> tokens(String text, int limit) {
        // A typographic apostrophe counts as a typewriter apostrophe.
        return TOKEN.matcher(text.replace('\u2019', '\''))
                .results()
                .limit(limit)
                .map(token -> token.group().toLowerCase(Locale.ROOT))
                .toList();
    }
}
