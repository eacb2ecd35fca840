package quartet.harness.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;

/** Reads a worker's events while their file grows. Each byte is read once. */
public final class EventReader {
    /** The maximum size of the file, enough for a million epochs. */
    static final long MAXIMUM_BYTES = 128L << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final long maximumBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<WorkerEvent> events = new ArrayList<>();
    private long offset;

    public EventReader(WorkerFolder folder) {
        this(folder, MAXIMUM_BYTES);
    }

    EventReader(WorkerFolder folder, long maximumBytes) {
        file = folder.events();
        this.maximumBytes = maximumBytes;
    }

    /** Returns all events read so far. */
    public List<WorkerEvent> events() {
        return events;
    }

    /**
     * Reads the events in complete lines added since the last call. The list is empty as long as the file does not
     * exist.
     *
     * @throws BadAnswerException if a line is not an event, or the file is too large or cannot be read
     */
    public List<WorkerEvent> readNew() throws BadAnswerException {
        int known = events.size();
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = newBytes();
                for (byte b : bytes) {
                    if (b == '\n') {
                        events.add(parse(line.toString(StandardCharsets.UTF_8)));
                        line.reset();
                    } else {
                        line.write(b);
                    }
                }
            }
        } catch (NoSuchFileException e) {
            // The worker deleted the file. Events read before remain valid.
        } catch (IOException e) {
            throw new BadAnswerException(file.getFileName() + " cannot be read: " + e.getMessage());
        }
        return List.copyOf(events.subList(known, events.size()));
    }

    private byte[] newBytes() throws IOException, BadAnswerException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadAnswerException(file.getFileName() + " is not a file");
        }
        long size = Files.size(file);
        if (size > maximumBytes) {
            throw new BadAnswerException(file.getFileName() + " has more than " + maximumBytes + " bytes");
        }
        if (size < offset) {
            throw new BadAnswerException(file.getFileName() + " became shorter");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) (size - offset));
        if (buffer.hasRemaining()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                int count = 0;
                while (count >= 0 && buffer.hasRemaining()) {
                    count = channel.read(buffer, offset + buffer.position());
                }
            }
        }
        offset += buffer.position();
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private WorkerEvent parse(String text) throws BadAnswerException {
        try {
            WorkerEvent event = JSON.readValue(text, WorkerEvent.class);
            if (event != null) {
                return event;
            }
        } catch (JsonProcessingException e) {
            // The line itself is more useful than the parser's position in it.
        }
        throw new BadAnswerException(
                file.getFileName() + ", line " + (events.size() + 1) + " is not an event: " + text);
    }
}
