package quartet.datasets.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.CatalogueEntry.FetchSource;

/**
 * Downloads a package with a package manager of the user, which is configured for the user's mirrors, proxies and
 * certificates.
 */
final class PackageClient {
    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    /** The reason of a failure in the output of {@code npm --json}. */
    private static final Pattern NPM_SUMMARY = Pattern.compile("\"summary\": *\"(.+?)\"");

    private PackageClient() {}

    /** Returns the command line that downloads a package into the working directory. */
    static List<String> command(FetchSource source) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return switch (source.client()) {
            case NPM ->
                List.of(
                        windows ? "npm.cmd" : "npm",
                        "pack",
                        source.location(),
                        "--json",
                        "--loglevel=error",
                        "--logs-max=0",
                        // With its defaults, npm retries for minutes when offline.
                        "--fetch-retries=1",
                        "--fetch-retry-mintimeout=1000",
                        "--fetch-retry-maxtimeout=5000");
            case APT -> List.of("apt-get", "download", source.location());
            case URL -> throw new IllegalArgumentException("URL sources have no package client: " + source.location());
        };
    }

    /**
     * Downloads a package.
     *
     * @param folder an empty folder to download into
     * @param limits of size and time
     * @param received receives the number of downloaded bytes at intervals
     * @return the file of the package
     * @throws FetchException if the client is not installed, fails or exceeds a limit
     */
    static Path download(FetchSource source, Path folder, DownloadLimits limits, LongConsumer received)
            throws FetchException, InterruptedException {
        return run(
                command(source),
                source.client() == CatalogueEntry.Client.APT ? ".deb" : ".tgz",
                folder,
                limits,
                received);
    }

    static Path run(List<String> command, String suffix, Path folder, DownloadLimits limits, LongConsumer received)
            throws FetchException, InterruptedException {
        String client = command.get(0);
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            OutputTail output = OutputTail.start(process.getInputStream());
            int status = exitStatus(process, client, folder, limits, received);
            if (status != 0) {
                throw new FetchException(client + " ended with exit code " + status + ": " + failure(output.text()));
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(suffix))
                        .findFirst()
                        .orElseThrow(() -> new FetchException(client + " produced no " + suffix + " file"));
            }
        } catch (IOException e) {
            throw new FetchException(client + " cannot be run: " + e.getMessage(), e);
        }
    }

    private static int exitStatus(
            Process process, String client, Path folder, DownloadLimits limits, LongConsumer received)
            throws FetchException, InterruptedException, IOException {
        // The client may start processes. None of them may outlive this one.
        Thread onExit = new Thread(() -> destroy(process));
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            process.getOutputStream().close();
            long deadline = System.nanoTime() + limits.total().toNanos();
            while (!process.waitFor(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                long bytes = bytes(folder);
                received.accept(bytes);
                if (bytes > limits.bytes()) {
                    throw new FetchException(
                            client + " was stopped: expected at most " + limits.bytes() + " bytes, but was " + bytes);
                }
                if (System.nanoTime() > deadline) {
                    throw new FetchException(
                            client + " was stopped after " + limits.total().toSeconds() + " seconds");
                }
            }
            return process.exitValue();
        } finally {
            destroy(process);
            forget(onExit);
        }
    }

    private static void forget(Thread onExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The JVM is shutting down, so the hook runs.
        }
    }

    private static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly(); // Unlike Process, ProcessHandle keeps unread output.
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                // The length is 0 if the client has moved a temporary file in the meantime.
                bytes += file.toFile().length();
            }
        }
        return bytes;
    }

    private static String failure(String text) {
        Matcher summary = NPM_SUMMARY.matcher(text);
        if (summary.find()) {
            return summary.group(1);
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "no output" : lines.get(lines.size() - 1).strip();
    }
}
