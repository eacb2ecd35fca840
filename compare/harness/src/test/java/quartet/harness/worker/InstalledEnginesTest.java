package quartet.harness.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void peersTakePartOnlyIfTheyAreNamed() throws IOException {
        install("one", "scratch");
        Path descriptions = Files.createDirectories(home.resolve("compare/peers/engines"));
        Files.writeString(
                descriptions.resolve("p.properties"), "name=python-p\ntitle=P\nframework=p\nenvironment.A={home}/b\n");
        InstalledEngines engines = InstalledEngines.scan(home);
        assertThat(engines.select(List.of())).extracting(InstalledEngine::name).containsExactly("scratch");
        InstalledEngine peer = engines.select(List.of("python-p")).get(0);
        assertThat(peer.environment(1)).containsEntry("A", home.resolve("compare/peers") + "/b");
        assertThat(peer.peer().orElseThrow().problem().orElseThrow()).contains("run: compare/quartet peers install");
    }

    @Test
    void anInstalledPeerIsACommand() throws IOException {
        install("one", "scratch");
        Path descriptions = Files.createDirectories(home.resolve("compare/peers/engines"));
        Files.writeString(descriptions.resolve("p.properties"), "name=python-p\ntitle=P\nframework=p\n");
        Path python = Files.createFile(home.resolve("python"));
        assertThat(python.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(PeerProgram.pythonFile(home).getParent());
        Files.writeString(PeerProgram.pythonFile(home), python + "\n");
        PeerProgram peer = InstalledEngines.scan(home).find("python-p").peer().orElseThrow();
        assertThat(peer.problem()).isEmpty();
        assertThat(peer.command(home.resolve("job")))
                .containsExactly(
                        python.toString(),
                        "-m",
                        "quartet_peers",
                        "p",
                        home.resolve("job").toString());
    }
}
