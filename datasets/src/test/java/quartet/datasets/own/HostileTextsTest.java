package quartet.datasets.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.datasets.DatasetException;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.Vocabulary;
import quartet.datasets.recipe.TextRecipe;
import quartet.datasets.rows.ReadRows;
import quartet.datasets.rows.RowReader;

/** Texts that nobody prepared. */
class HostileTextsTest {
    private final Path folder;

    HostileTextsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private OwnData load(IntFunction<String> text) throws IOException {
        Path file = folder.resolve("texts.csv");
        Files.writeString(
                file,
                IntStream.range(0, 40)
                        .mapToObj(i -> (i % 2 == 0 ? "good" : "bad") + ",\"" + text.apply(i) + "\"")
                        .collect(Collectors.joining("\r\n", "label,body\r\n", "\r\n")));
        return OwnData.load(Kind.TEXTS, new OwnSource(file.toString(), "label", "body", "", "", false, 0), 42);
    }

    private static long words(OwnData own) {
        return Arrays.stream(own.data().train().features().asTokens().ids())
                .filter(id -> id != Vocabulary.PADDING)
                .count();
    }

    @Test
    void emptyTextsArePadding() throws IOException {
        OwnData own = load(i -> i % 4 == 0 ? "" : i % 4 == 2 ? " - " : "some words");
        assertThat(HostileTablesTest.text(own)).contains("training texts have no words");
        assertThat(words(own)).isEqualTo(2 * 16);
    }

    @Test
    void textsWithoutAnyWordAreRefused() {
        assertThatThrownBy(() -> load(i -> "- ."))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("column 'body' has no words in the training rows");
    }

    @Test
    void textsOf100000WordsAreCut() throws IOException {
        String book = IntStream.range(0, 100_000).mapToObj(i -> "w" + i % 500).collect(Collectors.joining(" "));
        OwnData own = load(i -> i % 10 == 0 ? book : "short text " + i);
        Features.Tokens tokens = own.data().train().features().asTokens();
        assertThat(tokens.length()).isEqualTo(256);
        assertThat(own.data().vocabulary()).isLessThan(600);
    }

    @Test
    void chineseAndEmojiAreTokens() throws IOException {
        OwnData own =
                load(i -> i % 2 == 0 ? "\u5f88\u597d\u5403 \ud83d\ude00\u3002" : "\u4e0d\u597d\u5403\ud83d\ude21");
        // Four characters each way: three signs and a pictograph.
        assertThat(((TextRecipe) own.recipe()).tokens())
                .containsExactlyInAnyOrder("\u5f88", "\u597d", "\u5403", "\u4e0d", "\ud83d\ude00", "\ud83d\ude21");
        assertThat(words(own)).isEqualTo(4 * 32);
    }

    @Test
    void quotedLineBreaksAndQuotesStayInTheText() throws IOException {
        OwnData own = load(i -> "first line\nsecond \"\"line\"\", with a comma " + i);
        assertThat(((TextRecipe) own.recipe()).tokens()).contains("first", "second", "line", "comma");
        assertThat(own.data().train().rows() + own.data().test().rows()).isEqualTo(40);
    }

    @Test
    void aTrainedRecipeReadsTheSameFeatures() throws IOException {
        OwnData own = load(i -> "text number " + i);
        ReadRows rows = RowReader.read(own.recipe(), folder.resolve("texts.csv"));
        assertThat(rows.problems()).isEmpty();
        int[] line = Arrays.stream(own.data().testTexts().toArray(new String[0]))
                .mapToInt(text -> rows.texts().indexOf(text))
                .toArray();
        Features raw = rows.features().select(line, 0, line.length);
        assertThat(raw.asTokens().ids())
                .isEqualTo(own.data().test().features().asTokens().ids());
    }

    @Test
    void aColumnThatIsNotThereIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("texts.csv"), "label,body\ngood,fine\n");
        for (String[] columns : new String[][] {{"label", "text"}, {"class", "body"}, {"label", ""}, {"", "body"}}) {
            OwnSource source = new OwnSource(file.toString(), columns[0], columns[1], "", "", false, 0);
            assertThatThrownBy(() -> OwnData.load(Kind.TEXTS, source, 1))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("its columns are label, body");
        }
    }
}
