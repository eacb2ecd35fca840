package quartet.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.stream.Stream;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.DatasetException;
import quartet.datasets.files.DatasetCache;
import quartet.datasets.files.Sha256;

/**
 * The folder of a data set in the cache. Only one fetch at a time can open it for writing. Every file in it is
 * complete and verified.
 */
final class CacheFolder implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final FileChannel lock;

    private CacheFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Creates the folder if necessary and locks it.
     *
     * @throws DatasetException if the folder cannot be written, or another fetch holds the lock
     */
    static CacheFolder open(CatalogueEntry entry) {
        Path folder = DatasetCache.folder(entry.name());
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("fetch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new DatasetException("data set '" + entry.name() + "' is already being fetched into " + folder);
            }
            return new CacheFolder(folder, lock);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return folder;
    }

    /** Returns whether a file is present and has the SHA-256 of the catalogue. */
    boolean has(DataFile file) {
        Path path = folder.resolve(file.path());
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try {
            return Sha256.of(path).equals(file.sha256());
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Returns the file that collects the bytes of a download until it is complete. A later fetch resumes it. */
    Path part(DataFile file) {
        return folder.resolve(file.path() + ".part");
    }

    /** Creates an empty folder in which a package client works. */
    Path emptyWorkFolder() {
        deleteWorkFolder();
        try {
            return Files.createDirectory(workFolder());
        } catch (IOException e) {
            throw unwritable(workFolder(), e);
        }
    }

    void deleteWorkFolder() {
        try {
            if (Files.exists(workFolder())) {
                try (Stream<Path> files = Files.walk(workFolder())) {
                    // In reverse order, the files of a folder come before the folder.
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw unwritable(workFolder(), e);
        }
    }

    private Path workFolder() {
        return folder.resolve("package.tmp");
    }

    /**
     * Writes a file. The content goes to a temporary file, which is renamed if its SHA-256 is that of the catalogue.
     *
     * @throws FetchException if the content cannot be read or has another SHA-256
     * @throws DatasetException if the folder cannot be written
     */
    void store(DataFile file, InputStream content) throws FetchException {
        Path temporary = folder.resolve(file.path() + ".tmp");
        try {
            String sha256 = copy(file, content, temporary);
            if (!sha256.equals(file.sha256())) {
                throw new FetchException(file.path() + ": expected SHA-256 " + file.sha256() + ", but was " + sha256);
            }
            Files.move(
                    temporary,
                    folder.resolve(file.path()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(temporary, e);
        } finally {
            delete(temporary);
        }
    }

    /**
     * Copies the content and returns its SHA-256. Throws FetchException if reading fails, IOException if writing fails.
     */
    private static String copy(DataFile file, InputStream content, Path temporary) throws FetchException, IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(temporary)) {
            for (int count = read(file, content, buffer); count >= 0; count = read(file, content, buffer)) {
                bytes += count;
                if (bytes > file.bytes()) {
                    throw new FetchException(
                            file.path() + ": expected " + file.bytes() + " bytes, but the source has more");
                }
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        return Sha256.hex(digest.digest());
    }

    private static int read(DataFile file, InputStream content, byte[] buffer) throws FetchException {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new FetchException(file.path() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Deletes a file if it exists. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static DatasetException unwritable(Path path, IOException e) {
        return new DatasetException(
                "the cache cannot be written: " + path + ": " + FetchException.reason(e)
                        + "; free some space, or choose another folder with the environment variable QUARTET_CACHE",
                e);
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }
}
