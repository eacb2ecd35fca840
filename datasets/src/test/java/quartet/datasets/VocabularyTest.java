package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void tokenizesWordsNumbersMarksAndEmoticons() {
        assertThat(Tokenizer.tokens("I don't like it, at ALL!! 3.5 stars?", 100))
                .containsExactly("i", "don't", "like", "it", "at", "all", "!", "!", "3.5", "stars", "?");
        assertThat(Tokenizer.tokens("Great :) bad ;-( wow =D <3", 100))
                .containsExactly("great", ":)", "bad", ";-(", "wow", "=d", "<3");
        assertThat(Tokenizer.tokens("Don\u2019t \u201cshout\u201d", 100)).containsExactly("don't", "shout");
        assertThat(Tokenizer.tokens("'quoted' rock'n'roll dogs'", 100))
                .containsExactly("quoted", "rock'n'roll", "dogs");
        assertThat(Tokenizer.tokens("note:do 10:30 1,000 mp3 caf\u00e9", 100))
                .containsExactly("note", "do", "10", "30", "1,000", "mp3", "caf\u00e9");
        assertThat(Tokenizer.tokens(" ... -- \t", 100)).isEmpty();
        assertThat(Tokenizer.tokens("", 100)).isEmpty();
    }

    @Test
    void lowerCaseDoesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            // In Turkish, the lower case of I has no dot.
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Tokenizer.tokens("INDEED", 100)).containsExactly("indeed");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ordersIdsByFrequencyThenAlphabetically() {
        Vocabulary vocabulary = Vocabulary.of(List.of("b a c", "c b", "c z", "y"), 9, 1, 100);
        // c three times, b twice, then a, y, z once each.
        assertThat(vocabulary.encode("c b a y z", 5)).containsExactly(2, 3, 4, 5, 6);
        assertThat(vocabulary.size()).isEqualTo(7);
    }

    @Test
    void rareTokensAndTokensBeyondTheMaximumSizeAreUnknown() {
        List<String> texts = List.of("b a c", "c b", "c z");
        Vocabulary frequent = Vocabulary.of(texts, 9, 2, 100);
        assertThat(frequent.size()).isEqualTo(4);
        assertThat(frequent.encode("c b a never", 4)).containsExactly(2, 3, Vocabulary.UNKNOWN, Vocabulary.UNKNOWN);
        Vocabulary small = Vocabulary.of(texts, 9, 1, 3);
        assertThat(small.size()).isEqualTo(3);
        assertThat(small.encode("c b", 2)).containsExactly(2, Vocabulary.UNKNOWN);
    }

    @Test
    void padsShortTextsAndTruncatesLongTexts() {
        Vocabulary vocabulary = Vocabulary.of(List.of("a a b"), 9, 1, 100);
        assertThat(vocabulary.encode("b", 3)).containsExactly(3, Vocabulary.PADDING, Vocabulary.PADDING);
        assertThat(vocabulary.encode("a b a b", 3)).containsExactly(2, 3, 2);
        assertThat(vocabulary.encode("", 2)).containsExactly(Vocabulary.PADDING, Vocabulary.PADDING);
        assertThat(vocabulary.encode("...", 2)).containsExactly(Vocabulary.PADDING, Vocabulary.PADDING);
    }

    @Property
    void everyIdIsInRangeAndPaddingComesLast(@ForAll List<String> texts, @ForAll String text) {
        Vocabulary vocabulary = Vocabulary.of(texts, 8);
        int[] ids = vocabulary.encode(text, 8);
        assertThat(ids).hasSize(8);
        assertThat(Arrays.stream(ids)).allMatch(id -> id >= 0 && id < vocabulary.size());
        long tokens =
                Arrays.stream(ids).takeWhile(id -> id != Vocabulary.PADDING).count();
        assertThat(Arrays.stream(ids).skip(tokens)).allMatch(id -> id == Vocabulary.PADDING);
        assertThat(tokens).isEqualTo(Tokenizer.tokens(text, 8).size());
    }
}
