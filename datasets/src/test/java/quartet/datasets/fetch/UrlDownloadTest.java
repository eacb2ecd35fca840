package quartet.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quartet.datasets.DatasetException;

class UrlDownloadTest {
    private static final byte[] CONTENT = FetchedSet.content();
    private final Path part;
    private final FileServer server = new FileServer();
    private final List<Long> received = new ArrayList<>();

    UrlDownloadTest(@TempDir Path folder) throws IOException {
        part = folder.resolve("data.part");
        server.put("/data", CONTENT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void download(String address, Duration silence) throws Exception {
        download(address, new DownloadLimits(1 << 20, silence, Duration.ofMinutes(5)));
    }

    private void download(String address, DownloadLimits limits) throws Exception {
        new UrlDownload(URI.create(address), part, limits, (bytes, total) -> {
                    assertThat(bytes).isLessThanOrEqualTo(total);
                    received.add(bytes);
                })
                .run();
    }

    private void download() throws Exception {
        download(server.address() + "/data", Duration.ofMinutes(1));
    }

    @Test
    void writesTheContentOfTheServer() throws Exception {
        download();
        assertThat(part).hasBinaryContent(CONTENT);
        assertThat(received).endsWith((long) CONTENT.length).isSorted();
    }

    @Test
    void resumesADownloadWhereTheConnectionWasLost() throws Exception {
        server.closeAfter(100_000);
        assertThatThrownBy(this::download)
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith(server.address() + "/data: connection lost after ");
        long present = Files.size(part);
        assertThat(present).isBetween(1L, 100_000L);
        assertThat(Files.readAllBytes(part)).isEqualTo(Arrays.copyOf(CONTENT, (int) present));

        server.closeAfter(Integer.MAX_VALUE);
        download();
        assertThat(server.requests()).containsExactly("/data", "/data bytes=" + present + "-");
        assertThat(part).hasBinaryContent(CONTENT);
        assertThat(received).endsWith((long) CONTENT.length);
    }

    @Test
    void startsAgainIfTheServerDoesNotSupportRanges() throws Exception {
        server.disableRanges();
        Files.write(part, new byte[1000]);
        download();
        assertThat(part).hasBinaryContent(CONTENT);
    }

    @Test
    void doesNotDownloadACompletePartAgain() throws Exception {
        Files.write(part, CONTENT);
        download();
        assertThat(server.requests()).containsExactly("/data bytes=" + CONTENT.length + "-");
        assertThat(part).hasBinaryContent(CONTENT);
    }

    @Test
    void downloadsAPartThatIsTooLongAgain() throws Exception {
        Files.write(part, new byte[CONTENT.length + 1]);
        download();
        assertThat(part).hasBinaryContent(CONTENT);
    }

    @Test
    void reportsTheStatusOfAMissingFile() {
        assertThatThrownBy(() -> download(server.address() + "/other", Duration.ofMinutes(1)))
                .isInstanceOf(FetchException.class)
                .hasMessage(server.address() + "/other: HTTP status 404");
        assertThat(part).doesNotExist();
    }

    @Test
    void reportsThatNoServerListens() throws IOException {
        String address;
        try (FileServer gone = new FileServer()) {
            address = gone.address() + "/data";
        }
        assertThatThrownBy(() -> download(address, Duration.ofMinutes(1)))
                .isInstanceOf(FetchException.class)
                .hasMessage(address + ": cannot connect");
    }

    @Test
    void stopsAServerThatSendsMoreThanTheCatalogueStates() {
        DownloadLimits limits = new DownloadLimits(100_000, Duration.ofMinutes(1), Duration.ofMinutes(1));
        String address = server.address() + "/data";
        assertThatThrownBy(() -> download(address, limits))
                .isInstanceOf(FetchException.class)
                .hasMessage(address + ": expected at most 100000 bytes, but the server sent more");
        assertThat(part).isEmptyFile();
    }

    /** The server sends a little every 100 ms, so it is never silent. */
    @Test
    void stopsASlowServerAfterTheTimeLimit() throws IOException {
        server.sendSlowly();
        String address = server.address() + "/data";
        DownloadLimits limits = new DownloadLimits(1 << 20, Duration.ofMinutes(1), Duration.ofSeconds(2));
        assertThatThrownBy(() -> download(address, limits))
                .isInstanceOf(FetchException.class)
                .hasMessage(address + ": not finished after 2 seconds");
    }

    @Test
    void givesUpOnASilentServer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + silent.getLocalPort() + "/data";
            assertThatThrownBy(() -> download(address, Duration.ofSeconds(1)))
                    .isInstanceOf(FetchException.class)
                    .hasMessage(address + ": the server sent nothing for 1 seconds");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // Writing to /dev/full fails with "no space left on device".
    void aFullDiskIsNotReportedAsAFailureOfTheServer() throws IOException {
        Files.createSymbolicLink(part, Path.of("/dev/full"));
        assertThatThrownBy(this::download)
                .isInstanceOf(DatasetException.class)
                .hasMessage("the cache cannot be written: " + part
                        + ": No space left on device; free some space, or choose another folder with the environment"
                        + " variable QUARTET_CACHE");
        Files.delete(part);
    }
}
