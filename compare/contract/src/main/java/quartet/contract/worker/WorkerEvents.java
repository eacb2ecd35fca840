package quartet.contract.worker;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends a worker's events to their file: JSON lines, which the harness reads while the file grows. */
final class WorkerEvents {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    WorkerEvents(WorkerFolder folder) {
        file = folder.events();
    }

    /** Appends a line. */
    void write(WorkerEvent event) {
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(event) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
