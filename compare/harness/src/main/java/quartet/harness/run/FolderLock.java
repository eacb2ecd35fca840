package quartet.harness.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import quartet.harness.Folders;
import quartet.harness.UsageException;

/**
 * Reserves a folder for one run. The lock file is created exclusively, and its lock ends with the process, so a second
 * run can distinguish a folder in use from the folder of a killed run. The file contains the name of the folder for
 * the run's temporary files.
 */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "quartet.lock";
    private static final String WORK = "work-";
    private static final String WORK_NAME = WORK + "[0-9a-f-]{36}";
    /** The maximum time that the process takes which cleans up after a killed run. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long PAUSE_MILLIS = 50;

    private final Path file;
    private final FileChannel channel;
    private final Path work;

    private FolderLock(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        String name = WORK + UUID.randomUUID();
        channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)));
        work = Files.createDirectory(file.resolveSibling(name));
    }

    /**
     * Reserves an existing folder.
     *
     * @throws UsageException if another run uses it, or it is not empty
     */
    static FolderLock acquire(Path folder) throws IOException {
        if (heldByAnother(folder.resolve(FILE))) {
            throw inUse(folder);
        }
        if (!isEmpty(folder)) {
            throw new UsageException("--out: " + folder + " is not empty; choose a new or an empty folder");
        }
        return lock(folder);
    }

    /**
     * Reserves the folder of an interrupted run. Waits until its temporary files are deleted, or deletes them.
     *
     * @throws UsageException if another run has it
     */
    static FolderLock takeOver(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && System.nanoTime() < deadline) {
            if (heldByAnother(file)) {
                throw inUse(folder);
            }
            pause();
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            String name = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (name.matches(WORK_NAME)) {
                Folders.delete(folder.resolve(name));
            }
            Files.delete(file);
        }
        return lock(folder);
    }

    private static FolderLock lock(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return locked(file, channel);
        } catch (FileAlreadyExistsException e) {
            throw inUse(folder);
        }
    }

    private static FolderLock locked(Path file, FileChannel channel) throws IOException {
        try {
            channel.lock(); // Blocks only while another run tests the lock.
            return new FolderLock(file, channel);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Returns the lock file. */
    Path file() {
        return file;
    }

    /** Returns the folder for temporary files. It exists. */
    Path work() {
        return work;
    }

    private static UsageException inUse(Path folder) {
        return new UsageException("--out: another run is writing to " + folder + "; choose another folder");
    }

    private static boolean heldByAnother(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> first = files.limit(1).toList();
            return first.isEmpty();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Releases the folder and removes the lock file. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
