package quartet.harness;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a comparison writes: results, logs, and temporary files that do not outlive it. */
final class OutputFolder implements AutoCloseable {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String RESULTS = "results.json";
    private static final String WORK = "work";
    private static final int DELETE_ATTEMPTS = 100;

    private final Path folder;
    private final Path discarded;

    private OutputFolder(Path folder, Path discarded) {
        this.folder = folder;
        this.discarded = discarded;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(discarded)));
    }

    /**
     * Creates the folder.
     *
     * @throws UsageException if it cannot be written, or holds results already
     */
    static OutputFolder create(Path folder) {
        if (Files.exists(folder.resolve(RESULTS))) {
            throw new UsageException(folder + " holds results already; choose another --out");
        }
        OutputFolder output = new OutputFolder(folder, folder.resolve(WORK));
        try {
            output.createFolders();
        } catch (IOException e) {
            throw new UsageException("--out: " + folder + " cannot be written (" + reason(e) + ")", e);
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("--out: " + folder + " cannot be written");
        }
        return output;
    }

    /** A folder of which nothing is to be kept. */
    static OutputFolder temporary() {
        try {
            Path folder = Files.createTempDirectory("quartet");
            OutputFolder output = new OutputFolder(folder, folder);
            output.createFolders();
            return output;
        } catch (IOException e) {
            throw new UsageException("no temporary folder can be created (" + reason(e) + ")", e);
        }
    }

    private void createFolders() throws IOException {
        Files.createDirectories(logs());
        Files.createDirectories(work());
    }

    /**
     * Reads the results that an earlier comparison wrote.
     *
     * @throws UsageException if there are none, or not whole ones
     */
    static Results read(Path folder) {
        Path file = folder.resolve(RESULTS);
        if (!Files.exists(file)) {
            throw new UsageException("there is no " + file);
        }
        try {
            return JSON.readValue(file.toFile(), Results.class);
        } catch (IOException e) {
            throw new UsageException(file + " is not a results file: " + firstLine(e), e);
        }
    }

    Path path() {
        return folder;
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path work() {
        return folder.resolve(WORK);
    }

    /** Writes all results files anew; each is whole at any time. */
    static void write(Path folder, Results results) {
        try {
            write(folder.resolve(RESULTS), JSON.writeValueAsString(results) + "\n");
            write(folder.resolve("results.csv"), CsvFile.of(results.summary()));
            write(folder.resolve("report.md"), Report.markdown(results));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(temporary, content);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the temporary files. */
    @Override
    public void close() {
        delete(discarded);
    }

    /** A worker that was just ended may still write: a second look finds what it left. */
    private static synchronized void delete(Path root) {
        String problem = "";
        for (int attempt = 0; attempt < DELETE_ATTEMPTS && Files.exists(root); attempt++) {
            try (Stream<Path> paths = Files.walk(root)) {
                List<Path> deepestFirst =
                        paths.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                problem = String.valueOf(e.getMessage());
            }
        }
        if (Files.exists(root)) {
            System.err.println("temporary files were left in " + root + ": " + problem);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
