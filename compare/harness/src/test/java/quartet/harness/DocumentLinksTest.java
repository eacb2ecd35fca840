package quartet.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLinksTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]+)(?:#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", ".github/CONTRIBUTING.md", "scratch/PERFORMANCE.md", "scratch/PATTERNS.md"})
    void linksLeadToFiles(String document) throws IOException {
        Path file = HOME.resolve(document);
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Matcher link = LINK.matcher(Files.readString(file)); link.find(); links++) {
            if (!Files.exists(file.resolveSibling(link.group(1)))) {
                broken.add(link.group(1));
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isPositive();
    }
}
