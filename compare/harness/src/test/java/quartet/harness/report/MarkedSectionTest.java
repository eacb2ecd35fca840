package quartet.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkedSectionTest {
    private static final String DOCUMENT = """
            before
            <!-- quartet results -->
            old
            <!-- end of quartet results -->
            after
            """;

    @Test
    void replacesTheSectionAndNothingElse() {
        String written = MarkedSection.replace(DOCUMENT, "new\nlines\n\n").orElseThrow();
        assertThat(written)
                .startsWith("before\n<!-- quartet results -->\nnew\nlines\n<!-- end of quartet results, sha256 ")
                .endsWith(" -->\nafter\n");
        assertThat(MarkedSection.replace(written, "new\nlines")).contains(written);
    }

    @Test
    void noticesAnEditByHand() {
        String written = MarkedSection.replace(DOCUMENT, "1.23 s").orElseThrow();
        assertThat(MarkedSection.isUnedited(written)).isTrue();
        assertThat(MarkedSection.isUnedited(written.replace("\n", "\r\n"))).isTrue();
        assertThat(MarkedSection.isUnedited(written.replace("1.23", "1.13"))).isFalse();
        assertThat(MarkedSection.isUnedited(DOCUMENT)).isFalse();
    }

    @Test
    void distinguishesSectionsByName() {
        String document = DOCUMENT + DOCUMENT.replace("results", "steps");
        String written = MarkedSection.replace(document, "steps", "new").orElseThrow();
        assertThat(written).startsWith(DOCUMENT);
        assertThat(MarkedSection.isUnedited(written, "steps")).isTrue();
        assertThat(MarkedSection.isUnedited(written)).isFalse();
    }

    @Test
    void isAbsentWithoutMarkers() {
        assertThat(MarkedSection.replace("no markers", "new")).isEmpty();
    }

    @Test
    void knowsThePicturesOfADocument() {
        String markdown = MarkedSection.picture("a/b.svg", "Times", "<svg/>\n");
        assertThat(markdown).startsWith("![Times](a/b.svg)\n<!-- picture a/b.svg, sha256 ");
        assertThat(MarkedSection.pictures("before\n" + markdown + "after"))
                .containsExactly(Map.entry("a/b.svg", MarkedSection.digest("<svg/>\r\n")));
    }

    /** Figures in the README come from a run and not from a keyboard. */
    @Test
    void theReadmesFiguresAreAsTheyWereWritten() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        List<String> sections = Pattern.compile("<!-- quartet (\\S+) -->")
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(sections).contains(MarkedSection.RESULTS).doesNotHaveDuplicates();
        for (String section : sections) {
            assertThat(MarkedSection.isUnedited(readme, section))
                    .as("README.md: write it with: compare/quartet report DIR --into README.md --section " + section)
                    .isTrue();
        }
        for (Map.Entry<String, String> picture : MarkedSection.pictures(readme).entrySet()) {
            assertThat(MarkedSection.digest(Files.readString(Path.of("../..", picture.getKey()))))
                    .as(picture.getKey()
                            + ": write it with: compare/quartet report DIR --into README.md --picture FILE")
                    .isEqualTo(picture.getValue());
        }
    }
}
