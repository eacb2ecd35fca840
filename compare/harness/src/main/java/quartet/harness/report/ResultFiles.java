package quartet.harness.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import quartet.harness.UsageException;
import quartet.harness.results.Results;

/** The result files of a comparison: {@code results.json}, and the files derived from it. */
public final class ResultFiles {
    private static final JsonMapper JSON = mapper();
    /** The file from which the others are derived. */
    public static final String RESULTS = "results.json";

    private static final String PART = ".part";

    private ResultFiles() {}

    /** Returns the mapper. It ignores fields of later versions, and reads missing texts, lists and maps as empty. */
    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (Class<?> type : List.of(String.class, List.class, Map.class)) {
            builder.withConfigOverride(
                    type, settings -> settings.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    /**
     * Reads the results that an earlier comparison wrote.
     *
     * @throws UsageException if they are missing, damaged, or written by a later version in another form
     */
    public static Results read(Path folder) {
        Path file = folder.resolve(RESULTS);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no " + file);
        }
        try {
            return JSON.treeToValue(known(file, JSON.readTree(file.toFile())), Results.class);
        } catch (JsonMappingException e) {
            throw new UsageException(file + " is not a results file: " + describe(e), e);
        } catch (JsonProcessingException e) {
            throw new UsageException(file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonNode known(Path file, JsonNode results) {
        JsonNode schema = results.path("schema");
        if (!schema.isInt()) {
            throw new UsageException(file + " is not a results file: it has no schema number");
        }
        if (schema.intValue() > Results.SCHEMA) {
            throw new UsageException(file + " has schema " + schema + ", but this version reads up to schema "
                    + Results.SCHEMA + "; use the version that wrote it, or a later one");
        }
        return results;
    }

    /** Describes a defect and its place in the file. */
    private static String describe(JsonMappingException e) {
        StringBuilder where = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            where.append(
                    reference.getFieldName() == null
                            ? "[" + reference.getIndex() + "]"
                            : "." + reference.getFieldName());
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String problem = cause instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(cause.getMessage());
        return (where.length() == 0 ? "" : where.substring(1) + ": ") + problem;
    }

    /** Writes all files. Each file is replaced atomically. */
    public static void write(Path folder, Results results) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            write(folder.resolve(RESULTS), JSON.writeValueAsString(results) + "\n");
            writeDerived(folder, results);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes the derived files. Does not change {@code results.json}, which may contain fields of a later version. */
    public static void writeDerived(Path folder, Results results) {
        try {
            write(folder.resolve("results.csv"), CsvFile.of(results.summary()));
            write(folder.resolve("report.md"), Report.markdown(results));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Replaces a file atomically. The temporary file has a unique name, so it overwrites no other file. */
    public static void write(Path file, String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + PART);
        try {
            Files.writeString(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Returns whether a file is the temporary file of a {@link #write(Path, String)} that was killed. */
    public static boolean isPart(Path file) {
        return file.getFileName()
                .toString()
                .matches("(results\\.json|results\\.csv|report\\.md|index\\.html)\\.[0-9a-f-]{36}\\" + PART);
    }
}
