package quartet.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The links between the library, its notebooks and the page on design patterns. */
class CourseLinksTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path SOURCES = ROOT.resolve("scratch/src/main/java");
    private static final Path LIBRARY = SOURCES.resolve("quartet/scratch");
    private static final Path PATTERNS = ROOT.resolve("scratch/PATTERNS.md");
    private static final Pattern NOTEBOOK = Pattern.compile("scratch/notebooks/\\d\\d-[a-z0-9-]+\\.ipynb");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)#]+)");

    /** Package-infos of the library. The adapter compares engines and is not part of it. */
    static Stream<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            return files
                    .filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> !file.startsWith(LIBRARY.resolve("adapter")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageNamesItsNotebook(Path packageInfo) {
        String text = read(packageInfo);
        List<String> named = find(NOTEBOOK, text, 0);
        assertThat(named).as("notebooks that %s names", packageInfo).isNotEmpty();
        for (String notebook : named) {
            assertThat(ROOT.resolve(notebook)).exists();
        }
        if (!text.contains("Nearest notebook")) {
            String path = SOURCES.relativize(packageInfo.getParent()).toString().replace('\\', '/');
            for (String notebook : named) {
                assertThat(read(ROOT.resolve(notebook)))
                        .as("%s uses or links %s", notebook, path)
                        .containsAnyOf(path + "/", path.replace('/', '.') + ".");
            }
        }
    }

    /** The sections of the page on design patterns. */
    static Stream<String> sections() {
        return Stream.of(read(PATTERNS).split("\n## ", -1)).skip(1);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aPatternIsNamedInTheJavadocOfItsClasses(String section) {
        String pattern = section.lines().findFirst().orElse("");
        List<String> links = find(LINK, section, 1);
        assertThat(links).isNotEmpty();
        links.forEach(link -> assertThat(PATTERNS.resolveSibling(link)).exists());
        for (String item :
                section.substring(0, section.indexOf("**Why here.**")).split("\n- ", -1)) {
            String classes = item.contains(":") ? item.substring(0, item.indexOf(':')) : "";
            for (String link : find(LINK, classes, 1)) {
                String javadoc =
                        read(PATTERNS.resolveSibling(link)).split("\npublic |\nfinal |\nabstract |\nrecord ", 2)[0];
                assertThat(javadoc.toLowerCase(Locale.ROOT).replaceAll("\\s+\\*?\\s*", " "))
                        .as("the Javadoc of %s", link)
                        .contains(pattern.toLowerCase(Locale.ROOT));
            }
        }
    }

    private static List<String> find(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
