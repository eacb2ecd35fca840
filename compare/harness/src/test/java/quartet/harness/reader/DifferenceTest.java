package quartet.harness.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceTest {
    private final Path folder;

    DifferenceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<Phrase> phrases(String name, String... statements) throws IOException {
        String text = "class A {\nvoid f() {\n" + String.join("\n", statements) + "\n}\n}\n";
        JavaSource source = JavaSource.read(Files.writeString(folder.resolve(name + ".java"), text));
        return Phrase.of(new Passage(
                source, 3, 2 + (int) String.join("\n", statements).lines().count(), ""));
    }

    private static List<Difference> between(List<Phrase> phrases, List<Phrase> others) {
        return Difference.between(phrases, others);
    }

    @Test
    void sameStatementsDoNotDiffer() throws IOException {
        assertThat(between(phrases("a", "g(1);", "int b = 2;"), phrases("b", "g( 1 ); // why", "int b = 2;")))
                .containsExactly(Difference.NONE, Difference.NONE);
    }

    @Test
    void aRenamedStatementDiffersInNames() throws IOException {
        assertThat(between(phrases("a", "Net net = Net.read(file);"), phrases("b", "Model model = Model.read(file);")))
                .containsExactly(Difference.NAMES);
    }

    /** The same name twice is another statement than two names. */
    @Test
    void namesAreExchangedOneForOne() throws IOException {
        assertThat(between(phrases("a", "x.add(x);"), phrases("b", "x.add(y);")))
                .containsExactly(Difference.IDEA);
        assertThat(between(phrases("a", "x = 1;"), phrases("b", "x = 2;"))).containsExactly(Difference.IDEA);
    }

    @Test
    void insertedStatementsAreIdeasAndTheRestIsMatched() throws IOException {
        List<Phrase> short3 = phrases("a", "open();", "for (int i : rows) {", "use(i);", "}", "close(1);");
        List<Phrase> long5 =
                phrases("b", "open();", "int n = 0;", "for (int i : rows) {", "use(i);", "n++;", "}", "stop(1);");
        assertThat(between(short3, long5))
                .containsExactly(Difference.NONE, Difference.NONE, Difference.NONE, Difference.NAMES);
        assertThat(between(long5, short3))
                .containsExactly(
                        Difference.NONE,
                        Difference.IDEA,
                        Difference.NONE,
                        Difference.NONE,
                        Difference.IDEA,
                        Difference.NAMES);
    }

    @Test
    void nothingInCommonIsAllIdeas() throws IOException {
        assertThat(between(phrases("a", "f();"), List.of())).containsExactly(Difference.IDEA);
        assertThat(between(List.of(), phrases("a", "f();"))).isEmpty();
    }
}
