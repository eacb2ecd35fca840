package quartet.harness.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.harness.worker.InstalledEngine;

class HighlighterTest {
    private static Highlighter highlighter(JavaSource source) {
        return new Highlighter(
                source,
                new Names(source, name -> false),
                type -> type.isEmpty() ? Optional.empty() : Optional.of("https://docs/" + type + "?a&b"));
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** Without its markup, each highlighted line is the line of the source. */
    @Test
    void changesNoCharacterOfAnySource() throws IOException {
        for (InstalledEngine engine : CheckoutEngines.all()) {
            Path folder = engine.module()
                    .resolve("src/main/java")
                    .resolve(engine.examples().replace('.', '/'));
            try (Stream<Path> files = Files.walk(folder, 2)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    if (!file.endsWith("package-info.java")) {
                        assertSameText(file);
                    }
                }
            }
        }
    }

    private static void assertSameText(Path file) throws IOException {
        Highlighter highlighter = highlighter(JavaSource.read(file));
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(text(highlighter.html(i + 1)))
                    .as("%s:%d", file, i + 1)
                    .isEqualTo(lines.get(i).strip());
        }
    }

    @Test
    void escapesMarkupAndLinksClasses(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("A.java"), """
                package p;
                import q.Model;
                class A {
                    // <script>alert(1)</script> &amp;
                    String s = "</code><img src=x onerror='y'>";
                    int n(Model.Builder builder) {
                        Model model = Model.of(1.5f);
                        return builder.size() < model.size() && Model.FULL ? 'c' : 0;
                    }
                }
                """);
        Highlighter highlighter = highlighter(JavaSource.read(file));
        assertThat(highlighter.html(4))
                .isEqualTo("<span class=\"c\">// &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</span>");
        assertThat(highlighter.html(5)).contains("<span class=\"s\">&quot;&lt;/code&gt;&lt;img src=x");
        assertThat(highlighter.html(6))
                .contains("<span class=\"d\">n</span>")
                .contains("<a class=\"t\" href=\"https://docs/q.Model?a&amp;b\">Model</a>")
                .contains("<a class=\"t\" href=\"https://docs/q.Model.Builder?a&amp;b\">Builder</a>");
        assertThat(highlighter.html(7))
                .contains("<a class=\"m\" href=\"https://docs/q.Model?a&amp;b\">of</a>")
                .contains("<span class=\"n\">1.5f</span>");
        assertThat(highlighter.html(8))
                .contains("<a class=\"m\" href=\"https://docs/q.Model.Builder?a&amp;b\">size</a>")
                .contains(" &lt; ", "&amp;&amp;", ".FULL");
    }
}
