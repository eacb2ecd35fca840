package quartet.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quartet.datasets.files.Archives.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final byte[] TAR = Archives.tar(new TreeMap<>(Map.of("a/b.txt", bytes("one"), "c", bytes("two"))));

    private final Path folder;

    ArchiveTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Map<String, String> read(String name, byte[] content) throws IOException {
        Path archive = Files.write(folder.resolve(name), content);
        Map<String, String> files = new TreeMap<>();
        Archive.walk(archive, (file, size, in) -> {
            byte[] bytes = in.readAllBytes();
            assertThat(size).isEqualTo(bytes.length);
            files.put(file, new String(bytes, StandardCharsets.UTF_8));
        });
        return files;
    }

    @Test
    void readsTheFilesOfEveryKindOfArchive() throws Exception {
        Map<String, String> expected = Map.of("a/b.txt", "one", "c", "two");
        assertThat(read("x.tar", TAR)).isEqualTo(expected);
        assertThat(read("x.tgz", Archives.gzip(TAR))).isEqualTo(expected);
        assertThat(read("x.tar.gz", Archives.gzip(TAR))).isEqualTo(expected);
        assertThat(read("x.deb", Archives.deb("data.tar.xz", Archives.xz(TAR)))).isEqualTo(expected);
        assertThat(read("x.deb", Archives.deb("data.tar.gz", Archives.gzip(TAR))))
                .isEqualTo(expected);
        assertThat(read("x.deb", Archives.deb("data.tar", TAR))).isEqualTo(expected);
    }

    @Test
    void dropsALeadingDot() throws Exception {
        assertThat(read("x.tar", Archives.tar(Map.of("./usr/f", bytes("1"))))).containsOnlyKeys("usr/f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../f", "a/../../f", "/etc/f", "a/..", "..\\f", "C:/f", "./../f"})
    void refusesNamesThatPointOutsideTheFolder(String name) {
        assertThatThrownBy(() -> read("x.tar", Archives.tar(Map.of(name, bytes("1")))))
                .isInstanceOf(IOException.class)
                .hasMessage("the entry '" + name + "' points outside the folder; refused");
    }

    @Test
    void skipsLinks() throws Exception {
        assertThat(read("x.tar", Archives.tarWithLink("f", "/etc/passwd"))).isEmpty();
    }

    @Test
    void refusesADecompressionBomb() {
        byte[] bomb = Archives.gzip(Archives.tar(Map.of("zeros", new byte[4 << 20])));
        assertThatThrownBy(() -> read("x.tgz", bomb))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("decompressed to more than \\d+ bytes; refused as a decompression bomb");
        assertThatThrownBy(() -> Archive.walk(folder.resolve("x.tgz"), (name, bytes, in) -> {}))
                .as("even if the visitor does not read the content")
                .hasMessageContaining("bomb");
        byte[] xz = Archives.deb("data.tar.xz", Archives.xz(Archives.tar(Map.of("zeros", new byte[4 << 20]))));
        assertThatThrownBy(() -> read("x.deb", xz)).hasMessageContaining("bomb");
    }

    @Test
    void refusesTooManyEntries() throws Exception {
        Path archive = Files.write(folder.resolve("x.tar"), TAR);
        List<String> names = new ArrayList<>();
        Archive.walk(archive, 2, (name, bytes, in) -> names.add(name));
        assertThat(names).containsExactly("a/b.txt", "c");
        assertThatThrownBy(() -> Archive.walk(archive, 1, (name, bytes, in) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("more than 1 entries; refused as a decompression bomb");
    }

    @Test
    void refusesUnknownAndDamagedArchives() {
        assertThatThrownBy(() -> read("x.zip", TAR))
                .hasMessage("expected a .tar, .tgz, .tar.gz or .deb archive, but was x.zip");
        assertThatThrownBy(() -> read("x.deb", Archives.deb("data.tar.zst", TAR)))
                .hasMessage("expected data.tar.xz or data.tar.gz in the Debian package, but was data.tar.zst");
        assertThatThrownBy(() -> read("x.deb", Archives.deb("other", TAR)))
                .hasMessage("expected a member data.tar.xz in the Debian package, but found none");
        assertThatThrownBy(() -> read("x.tgz", TAR)).isInstanceOf(IOException.class);
        byte[] truncated = Archives.gzip(TAR);
        assertThatThrownBy(() -> read("x.tgz", Arrays.copyOf(truncated, truncated.length / 2)))
                .isInstanceOf(IOException.class);
    }
}
