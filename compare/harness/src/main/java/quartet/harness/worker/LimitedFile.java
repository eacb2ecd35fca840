package quartet.harness.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A log file with a maximum size. If it cannot be written, its content is lost without an exception. */
final class LimitedFile implements AutoCloseable {
    private static final String FULL = "\n[the log is full; the rest is not recorded]\n";

    private OutputStream out = OutputStream.nullOutputStream();
    private long room;

    private LimitedFile() {}

    /**
     * Opens a file for appending; creates it and its folder if necessary.
     *
     * @param maximumBytes the maximum size, without the final line that marks the truncation
     */
    static LimitedFile append(Path file, long maximumBytes) {
        LimitedFile log = new LimitedFile();
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            log.out = Files.newOutputStream(
                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
            log.room = maximumBytes - Files.size(file);
        } catch (IOException e) {
            log.close();
        }
        return log;
    }

    void write(byte[] buffer, int count) {
        if (room <= 0) {
            return;
        }
        try {
            out.write(buffer, 0, (int) Math.min(room, count));
            if (count >= room) {
                out.write(FULL.getBytes(StandardCharsets.UTF_8));
            }
            room -= count;
        } catch (IOException e) {
            close();
        }
    }

    @Override
    public void close() {
        room = 0;
        try {
            out.close();
        } catch (IOException e) {
            // Nothing more can be saved.
        }
    }
}
