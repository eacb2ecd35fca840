package quartet.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quartet.datasets.fetch.FetchedSet.filesIn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.CatalogueEntry.Client;
import quartet.datasets.CatalogueEntry.FetchSource;
import quartet.datasets.files.Archives;

class PackageFilesTest {
    private static final byte[] CONTENT = FetchedSet.content();
    private final Path cache;

    PackageFilesTest(@TempDir Path cache) {
        this.cache = cache;
    }

    @BeforeEach
    void useTheCache() {
        System.setProperty("quartet.cache", cache.toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty("quartet.cache");
    }

    private void unpack(FetchSource source, String archive, byte[] content, String... files) throws Exception {
        Path path = Files.write(cache.resolve(archive), content);
        CatalogueEntry entry = FetchedSet.entry(List.of(source), files);
        try (CacheFolder folder = CacheFolder.open(entry)) {
            DatasetFetcher.unpack(folder, source, path, entry.files());
        }
    }

    @Test
    void storesTheMissingFilesOfAPackage() throws Exception {
        byte[] tar = Archives.tar(
                Map.of("./usr/share/one.gz", Archives.gzip(CONTENT), "./usr/share/README", Archives.bytes("read me")));
        byte[] deb = Archives.deb("data.tar.xz", Archives.xz(tar));
        FetchSource source = new FetchSource(Client.APT, "some", "usr/share/{file}.gz");
        unpack(source, "x.deb", deb, "one");
        assertThat(filesIn(cache.resolve("mine"))).containsExactly("one");
        assertThat(cache.resolve("mine/one")).hasBinaryContent(CONTENT);
        assertThatThrownBy(() -> unpack(source, "x.deb", deb, "one", "two"))
                .isInstanceOf(FetchException.class)
                .hasMessage("apt-get download some: the package has no usr/share/two.gz");
    }

    @Test
    void storesThePackageItself() throws Exception {
        unpack(new FetchSource(Client.NPM, "some@1", ""), "x.tgz", Archives.gzip(CONTENT), "x.tar");
        assertThat(cache.resolve("mine/x.tar")).hasBinaryContent(CONTENT);
    }

    @Test
    void refusesAnEntryThatPointsOutsideTheFolder() throws Exception {
        byte[] tgz = Archives.gzip(Archives.tar(Map.of("../../data", CONTENT)));
        assertThatThrownBy(() -> unpack(new FetchSource(Client.NPM, "some@1", "../../{file}"), "x.tgz", tgz, "data"))
                .isInstanceOf(FetchException.class)
                .hasMessage("npm pack some@1: the entry '../../data' points outside the folder; refused");
        assertThat(filesIn(cache.resolve("mine"))).isEmpty();
    }

    @Test
    void refusesAFileOfOtherContent() throws Exception {
        byte[] tgz = Archives.gzip(Archives.tar(Map.of("data", Archives.bytes("other"))));
        assertThatThrownBy(() -> unpack(new FetchSource(Client.NPM, "some@1", "{file}"), "x.tgz", tgz, "data"))
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith("data: expected SHA-256 ");
        assertThat(filesIn(cache.resolve("mine"))).isEmpty();
    }
}
