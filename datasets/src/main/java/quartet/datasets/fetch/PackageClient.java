package quartet.datasets.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Downloads a package with the user's own client, which knows its mirrors, proxies and certificates. */
final class PackageClient {
    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    /** How {@code npm --json} tells what went wrong. */
    private static final Pattern NPM_SUMMARY = Pattern.compile("\"summary\": *\"(.+?)\"");

    private PackageClient() {}

    /** The command line that downloads a package into the current folder. */
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
                        // Offline, npm's own patience is minutes.
                        "--fetch-retries=1",
                        "--fetch-retry-mintimeout=1000",
                        "--fetch-retry-maxtimeout=5000");
            case APT -> List.of("apt-get", "download", source.location());
            case URL -> throw new IllegalArgumentException("a URL needs no package client: " + source.location());
        };
    }

    /**
     * Downloads a package.
     *
     * @param folder an empty folder to download into
     * @param received is told from time to time how many bytes there are
     * @return the package's file
     * @throws FetchException if the client is not installed, fails or takes too long
     */
    static Path download(FetchSource source, Path folder, LongConsumer received)
            throws FetchException, InterruptedException {
        return run(
                command(source),
                source.client() == CatalogueEntry.Client.APT ? ".deb" : ".tgz",
                folder,
                TIMEOUT,
                received);
    }

    static Path run(List<String> command, String suffix, Path folder, Duration timeout, LongConsumer received)
            throws FetchException, InterruptedException {
        String client = command.get(0);
        try {
            // Not in the folder, whose disk may be full: then the client says so.
            Path output = Files.createTempFile("package", ".txt");
            output.toFile().deleteOnExit();
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().put("LC_ALL", "C");
                int status = exitStatus(builder.start(), client, folder, timeout, received);
                if (status != 0) {
                    throw new FetchException(client + " ended with exit code " + status + ": " + failure(output));
                }
            } finally {
                Files.delete(output);
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(suffix))
                        .findFirst()
                        .orElseThrow(() -> new FetchException(client + " left no " + suffix + " file"));
            }
        } catch (IOException e) {
            throw new FetchException(client + " cannot be run: " + e.getMessage(), e);
        }
    }

    private static int exitStatus(Process process, String client, Path folder, Duration timeout, LongConsumer received)
            throws FetchException, InterruptedException, IOException {
        // The client has children of its own; none may outlive this program.
        Thread onExit = new Thread(() -> destroy(process));
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            process.getOutputStream().close();
            long deadline = System.nanoTime() + timeout.toNanos();
            while (!process.waitFor(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                received.accept(bytes(folder));
                if (System.nanoTime() > deadline) {
                    throw new FetchException(client + " was stopped after " + timeout.toSeconds() + " seconds");
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
            // The program is ending, so the hook runs.
        }
    }

    private static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                // A client may have moved its temporary file meanwhile.
                bytes += file.toFile().length();
            }
        }
        return bytes;
    }

    private static String failure(Path output) throws IOException {
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        Matcher summary = NPM_SUMMARY.matcher(text);
        if (summary.find()) {
            return summary.group(1);
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1).strip();
    }
}
