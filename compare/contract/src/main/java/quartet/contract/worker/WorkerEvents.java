package quartet.contract.worker;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The file of a worker's events: JSON lines, appended by the worker, read by the harness while it grows. */
public final class WorkerEvents {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public WorkerEvents(Path folder) {
        file = folder.resolve(WorkerJob.EVENTS);
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

    /** All whole lines so far; none if the worker has not written yet. */
    public List<WorkerEvent> read() {
        List<WorkerEvent> events = new ArrayList<>();
        try {
            if (!Files.exists(file)) {
                return events;
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                events.add(JSON.readValue(line, WorkerEvent.class));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
