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
 * A data set's folder in the cache, open for writing by one fetch at a time. A file appears in it complete and verified
 * or not at all.
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
     * Creates the folder where necessary and locks it.
     *
     * @throws DatasetException if it cannot be written to, or another fetch has it
     */
    static CacheFolder open(CatalogueEntry entry) {
        Path folder = DatasetCache.folder(entry.name());
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("fetch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new DatasetException("data set '" + entry.name() + "' is being fetched already, into " + folder);
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

    /** Whether a file is here and is the one that the catalogue describes. */
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

    /** Where the bytes of a download stand until they are all here; a later fetch goes on with them. */
    Path part(DataFile file) {
        return folder.resolve(file.path() + ".part");
    }

    /** An empty folder for a package client to work in. */
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
                    // A folder comes after what is in it.
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
     * Writes a file: into a temporary one first, which takes its name only if it is what the catalogue describes.
     *
     * @throws FetchException if the content breaks off or is not the expected one
     * @throws DatasetException if the folder cannot be written to
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

    /** Copies, and returns the SHA-256; tells a source that cannot be read from a folder that cannot be written to. */
    private static String copy(DataFile file, InputStream content, Path temporary) throws FetchException, IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(temporary)) {
            for (int count = read(file, content, buffer); count >= 0; count = read(file, content, buffer)) {
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

    /** Deletes a file if it is there. */
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
                        + "; make room, or choose another folder with the environment variable QUARTET_CACHE",
                e);
    }

    /** Gives the folder back to other fetches. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }
}
