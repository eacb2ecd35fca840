package quartet.harness.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import quartet.harness.UsageException;

/**
 * Reserves an empty folder for one run. The lock file is created exclusively, and its lock ends with the process, so a
 * second run can tell a folder in use from one that a killed run left.
 */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "quartet.lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Reserves a folder that exists.
     *
     * @throws UsageException if another run has it, or it is not empty
     */
    static FolderLock acquire(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (heldByAnother(file)) {
            throw inUse(folder);
        }
        if (!isEmpty(folder)) {
            throw new UsageException("--out: " + folder + " is not empty; choose a new or an empty folder");
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock(); // It waits only for a run that looks whether the lock is held.
            return new FolderLock(file, channel);
        } catch (FileAlreadyExistsException e) {
            throw inUse(folder);
        }
    }

    /** The lock file. */
    Path file() {
        return file;
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
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> first = files.limit(1).toList();
            return first.isEmpty();
        }
    }

    /** Releases the folder and removes the lock file. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
