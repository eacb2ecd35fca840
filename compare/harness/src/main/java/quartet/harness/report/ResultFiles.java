package quartet.harness.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import quartet.harness.UsageException;

/** The files in which a comparison keeps its results: {@code results.json}, and what is derived from it. */
public final class ResultFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String RESULTS = "results.json";

    private ResultFiles() {}

    /**
     * Reads the results that an earlier comparison wrote.
     *
     * @throws UsageException if there are none, or they are damaged
     */
    public static Results read(Path folder) {
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

    /** Writes all files anew. Each is complete at any time. */
    public static void write(Path folder, Results results) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            write(folder.resolve(RESULTS), JSON.writeValueAsString(results) + "\n");
            write(folder.resolve("results.csv"), CsvFile.of(results.summary()));
            write(folder.resolve("report.md"), Report.markdown(results));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The temporary file has a name of its own, so that it overwrites nothing. */
    private static void write(Path file, String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
