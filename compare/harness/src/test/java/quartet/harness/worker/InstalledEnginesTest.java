package quartet.harness.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartet.harness.UsageException;

class InstalledEnginesTest {
    private final Path home;

    InstalledEnginesTest(@TempDir Path home) {
        this.home = home;
    }

    private void install(String folder, String name) throws IOException {
        Path engine = Files.createDirectories(home.resolve(folder + "/target/engine"));
        Files.writeString(engine.resolve("engine.properties"), "name=" + name + "\ntitle=T\njar=x.jar\n");
        Files.writeString(engine.resolve("classpath"), "");
    }

    @Test
    void findsEveryFolderWithTheReferenceFirst() throws IOException {
        install("z-folder", "scratch");
        install("b-folder", "beta");
        install("a-folder", "gamma");
        Files.createDirectory(home.resolve("no-engine"));
        assertThat(InstalledEngines.scan(home).all())
                .extracting(InstalledEngine::name)
                .containsExactly("scratch", "beta", "gamma");
    }

    @Test
    void refusesTwoFoldersOfOneName() throws IOException {
        install("one", "scratch");
        install("two", "scratch");
        assertThatThrownBy(() -> InstalledEngines.scan(home))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("engine 'scratch' is in two folders, ")
                .hasMessageContaining("one/target/engine")
                .hasMessageContaining("two/target/engine")
                .hasMessageEndingWith("; remove one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere", "a/b", ".hidden", "Upper", "with space", "\u001b[2J"})
    void refusesANameThatIsNoFileName(String name) throws IOException {
        install("folder", name);
        assertThatThrownBy(() -> InstalledEngines.scan(home))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected a name of lower-case letters");
    }
}
