package quartet.harness.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import quartet.harness.Printable;

/**
 * Records the output of a process: the beginning in a file, up to a limit, and the end in memory. It reads until the
 * process closes the stream, even if the file is full or cannot be written, so that the process never blocks.
 */
public final class WorkerLog {
    /** The maximum size of a log file. */
    public static final long MAXIMUM_BYTES = 16L << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int TAIL_BYTES = 1 << 13;
    private static final int TAIL_LINES = 20;
    private static final long WAIT_MILLIS = 2000;

    private final InputStream output;
    private final Path file;
    private final long maximumBytes;
    private final Thread reader;
    private byte[] tail = new byte[0];

    private WorkerLog(InputStream output, Path file, long maximumBytes) {
        this.output = output;
        this.file = file;
        this.maximumBytes = maximumBytes;
        reader = new Thread(this::read, "log " + file.getFileName());
        reader.setDaemon(true);
    }

    /**
     * Starts reading in the background.
     *
     * @param file receives the output after its current content; its folder is created if necessary
     * @param maximumBytes the maximum size of the file, without the final line that marks the truncation
     */
    public static WorkerLog start(InputStream output, Path file, long maximumBytes) {
        WorkerLog log = new WorkerLog(output, file, maximumBytes);
        log.reader.start();
        return log;
    }

    /**
     * Returns the last lines. Waits for the end of the stream, but at most two seconds, because a child may keep it
     * open.
     */
    List<String> tail() {
        try {
            reader.join(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<String> lines = new String(lastBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(Printable::line)
                .toList();
        return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    }

    private synchronized byte[] lastBytes() {
        return tail.clone();
    }

    private void read() {
        try (InputStream in = output;
                LimitedFile log = LimitedFile.append(file, maximumBytes)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                remember(buffer, count);
                log.write(buffer, count);
            }
        } catch (IOException e) {
            // The process ended while its output was read.
        }
    }

    private synchronized void remember(byte[] buffer, int count) {
        byte[] both = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(buffer, 0, both, tail.length, count);
        tail = Arrays.copyOfRange(both, Math.max(0, both.length - TAIL_BYTES), both.length);
    }
}
