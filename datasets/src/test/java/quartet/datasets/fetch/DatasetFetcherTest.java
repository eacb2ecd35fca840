package quartet.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quartet.datasets.fetch.FetchedSet.filesIn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.CatalogueEntry.Client;
import quartet.datasets.CatalogueEntry.FetchSource;
import quartet.datasets.DatasetException;
import quartet.datasets.Datasets;
import quartet.datasets.files.Archives;
import quartet.datasets.files.Sha256;

class DatasetFetcherTest {
    private static final byte[] CONTENT = FetchedSet.content();
    private static final byte[] COMPRESSED = Archives.gzip(CONTENT);

    private final Path cache;
    private final Path folder;
    private final FileServer server = new FileServer();
    private final List<String> events = new ArrayList<>();
    private final FetchListener listener = new FetchListener() {
        @Override
        public void trying(String source) {
            events.add("trying " + source);
        }

        @Override
        public void received(String what, long bytes, long totalBytes) {
            events.add(what + " " + bytes + "/" + totalBytes);
        }

        @Override
        public void failed(String source, String reason) {
            events.add("failed " + source + ": " + reason);
        }
    };

    DatasetFetcherTest(@TempDir Path cache) throws IOException {
        this.cache = cache;
        folder = cache.resolve("mine");
        server.put("/data.gz", COMPRESSED);
    }

    @BeforeEach
    void useTheCache() {
        System.setProperty("quartet.cache", cache.toString());
    }

    @AfterEach
    void stop() {
        server.close();
        System.clearProperty("quartet.cache");
    }

    private CatalogueEntry entry(String... files) {
        return FetchedSet.entry(List.of(new FetchSource(Client.URL, server.address() + "/{file}.gz", "")), files);
    }

    private void fetch() {
        DatasetFetcher.fetch(entry("data"), listener);
    }

    @Test
    void storesTheDecompressedContentAndReportsProgress() throws IOException {
        fetch();
        assertThat(filesIn(folder)).containsExactly("data");
        assertThat(folder.resolve("data")).hasBinaryContent(CONTENT);
        assertThat(events)
                .startsWith("trying " + server.address() + "/")
                .endsWith("data " + COMPRESSED.length + "/" + COMPRESSED.length);
        assertThat(Datasets.isPresent(entry("data"))).isTrue();
        fetch();
        assertThat(server.requests())
                .as("a file in the cache is not fetched again")
                .containsExactly("/data.gz");
    }

    @Test
    void resumesAnInterruptedDownload() throws IOException {
        server.closeAfter(100_000);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("connection lost after ")
                .hasMessageEndingWith("by hand: download " + server.address()
                        + "/data.gz; then put data, decompressed, into " + folder);
        assertThat(filesIn(folder)).containsExactly("data.part");
        server.closeAfter(Integer.MAX_VALUE);
        fetch();
        assertThat(filesIn(folder)).containsExactly("data");
    }

    @Test
    void discardsAPartOfOtherContentAndDownloadsAgain() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("data.part"), new byte[1000]);
        fetch();
        assertThat(server.requests()).containsExactly("/data.gz bytes=1000-", "/data.gz");
        assertThat(filesIn(folder)).containsExactly("data");
    }

    @Test
    void refusesOtherContent() throws IOException {
        byte[] other = Archives.bytes("other");
        server.put("/data.gz", Archives.gzip(other));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("data set 'mine' cannot be fetched (data: expected SHA-256 "
                        + Sha256.of(CONTENT) + ", but was " + Sha256.of(other) + "); by hand: ");
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void refusesATruncatedFileAndADecompressionBomb() throws IOException {
        server.put("/data.gz", Arrays.copyOf(COMPRESSED, COMPRESSED.length / 2));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("data cannot be read: ");
        assertThat(filesIn(folder)).isEmpty();
        server.put("/data.gz", Archives.gzip(new byte[4 << 20]));
        assertThatThrownBy(this::fetch).hasMessageContaining("data: expected 300000 bytes, but the source has more");
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void triesTheNextSourceAndReportsAllFailuresIfNoneIsLeft() throws IOException {
        String first = server.address() + "/first/data.gz";
        String second = server.address() + "/second/data";
        CatalogueEntry entry = FetchedSet.entry(
                List.of(
                        new FetchSource(Client.URL, server.address() + "/first/{file}.gz", ""),
                        new FetchSource(Client.URL, server.address() + "/second/{file}", "")),
                "data");
        assertThatThrownBy(() -> DatasetFetcher.fetch(entry, listener))
                .isInstanceOf(DatasetException.class)
                .hasMessage("data set 'mine' cannot be fetched (" + first + ": HTTP status 404; " + second
                        + ": HTTP status 404); by hand: download " + first + ", or download " + second
                        + "; then put data, decompressed, into " + folder);
        server.put("/second/data", CONTENT);
        DatasetFetcher.fetch(entry, listener);
        assertThat(filesIn(folder)).containsExactly("data");
        assertThat(events).contains("failed " + server.address() + "/first/: " + first + ": HTTP status 404");
    }

    @Test
    void fetchesOnlyMissingFiles() throws IOException {
        assertThatThrownBy(() -> DatasetFetcher.fetch(entry("data", "two"), listener))
                .hasMessageContaining("then put two, decompressed, into");
        assertThat(filesIn(folder)).containsExactly("data");
        server.put("/two.gz", COMPRESSED);
        DatasetFetcher.fetch(entry("data", "two"), listener);
        assertThat(server.requests()).containsExactly("/data.gz", "/two.gz", "/two.gz");
    }

    @Test
    void replacesADamagedFileInTheCache() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("data"), new byte[10]);
        fetch();
        assertThat(folder.resolve("data")).hasBinaryContent(CONTENT);
    }

    @Test
    void reportsAnUnwritableCacheBeforeAnyRequest() throws IOException {
        Files.write(folder, new byte[0]);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DatasetException.class)
                .hasMessage("the cache cannot be written: " + folder
                        + ": file already exists; free some space, or choose another"
                        + " folder with the environment variable QUARTET_CACHE");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX) // Writing to /dev/full fails with "no space left on device".
    void keepsTheDownloadIfTheDiskIsFull() throws IOException {
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("data.tmp"), Path.of("/dev/full"));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("No space left on device; free some space, or");
        assertThat(filesIn(folder)).containsExactly("data.part");
        fetch();
        assertThat(server.requests()).containsExactly("/data.gz", "/data.gz bytes=" + COMPRESSED.length + "-");
        assertThat(filesIn(folder)).containsExactly("data");
    }

    @Test
    void refusesASecondFetchOfTheSameDataSet() {
        try (CacheFolder open = CacheFolder.open(entry("data"))) {
            assertThat(open.path()).isEqualTo(folder);
            assertThatThrownBy(this::fetch)
                    .isInstanceOf(DatasetException.class)
                    .hasMessage("data set 'mine' is already being fetched into " + folder);
        }
    }

    @Test
    void anInterruptEndsTheFetchAndKeepsTheInterruptStatus() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DatasetException.class)
                .hasMessage("fetching data set 'mine' was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void doesNotFetchAShippedDataSet() {
        DatasetFetcher.fetch("iris", listener);
        assertThat(events).isEmpty();
    }
}
