package quartet.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quartet.datasets.CatalogueEntry.Client;
import quartet.datasets.CatalogueEntry.FetchSource;

/** A shell takes the place of the package managers, because every child process is handled alike. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PackageClientTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Path folder;

    PackageClientTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static DownloadLimits limits(long bytes, Duration total) {
        return new DownloadLimits(bytes, total, total);
    }

    private Path shell(String script, Duration timeout) throws Exception {
        return PackageClient.run(List.of("sh", "-c", script), ".tgz", folder, limits(1 << 20, timeout), bytes -> {});
    }

    @Test
    void findsTheDownloadedPackage() throws Exception {
        assertThat(shell("echo W: a warning >&2; echo x > some-1.0.tgz", LONG))
                .isEqualTo(folder.resolve("some-1.0.tgz"));
    }

    @Test
    void reportsWhyAClientFailed() {
        assertThatThrownBy(() -> shell("echo Reading...; echo 'E: Unable to locate package x' >&2; exit 100", LONG))
                .isInstanceOf(FetchException.class)
                .hasMessage("sh ended with exit code 100: E: Unable to locate package x");
        assertThatThrownBy(() ->
                        shell("printf '{\"error\": {\"code\": 1,\\n \"summary\": \"Not Found\",\\n}}'; exit 1", LONG))
                .hasMessage("sh ended with exit code 1: Not Found");
        assertThatThrownBy(() -> shell("exit 3", LONG)).hasMessage("sh ended with exit code 3: no output");
        assertThatThrownBy(() -> shell("true", LONG)).hasMessage("sh produced no .tgz file");
    }

    @Test
    void reportsThatAClientIsNotInstalled() {
        assertThatThrownBy(() -> PackageClient.run(
                        List.of("no-such-client"), ".tgz", folder, limits(1 << 20, LONG), bytes -> {}))
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith("no-such-client cannot be run: ");
    }

    @Test
    void killsAClientAndItsChildrenAfterTheTimeLimit() throws Exception {
        assertThatThrownBy(() -> shell("sleep 300 & echo $! > pid; wait", Duration.ofSeconds(1)))
                .isInstanceOf(FetchException.class)
                .hasMessage("sh was stopped after 1 seconds");
        assertEnded(Long.parseLong(Files.readString(folder.resolve("pid")).strip()));
    }

    @Test
    void killsAClientThatDownloadsMoreThanTheCatalogueStates() {
        assertThatThrownBy(() -> shell("head -c 3000000 /dev/zero > large.tgz; sleep 300", LONG))
                .isInstanceOf(FetchException.class)
                .hasMessage("sh was stopped: expected at most 1048576 bytes, but was 3000000");
    }

    @Test
    void keepsOnlyTheEndOfAnEndlessOutput() {
        assertThatThrownBy(() -> shell("head -c 100000000 /dev/zero; echo; echo 'E: the reason' >&2; exit 1", LONG))
                .isInstanceOf(FetchException.class)
                .hasMessage("sh ended with exit code 1: E: the reason");
    }

    @Test
    void killsTheClientWhenInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> shell("sleep 300", LONG)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void buildsTheCommandLineOfEachClient() {
        assertThat(PackageClient.command(new FetchSource(Client.APT, "some-package", "")))
                .containsExactly("apt-get", "download", "some-package");
        assertThat(PackageClient.command(new FetchSource(Client.NPM, "some@1.0", "")))
                .startsWith("npm", "pack", "some@1.0");
    }

    private static void assertEnded(long pid) throws InterruptedException {
        // A killed process stays visible until its parent has reaped it.
        for (int i = 0;
                i < 500 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
                i++) {
            Thread.sleep(10);
        }
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }
}
