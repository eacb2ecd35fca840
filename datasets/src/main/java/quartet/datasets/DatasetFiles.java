package quartet.datasets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.files.DatasetCache;
import quartet.datasets.files.Sha256;

/** Reads the files of the catalogue. Every file is verified by its SHA-256 before its content is used. */
final class DatasetFiles {
    private DatasetFiles() {}

    /**
     * Returns the content of a file, decompressed if its name ends in .gz.
     *
     * @throws DatasetException if the file is missing, unreadable, or not the one that the catalogue describes
     */
    static byte[] read(CatalogueEntry entry, DataFile file) {
        byte[] stored = verified(entry, file);
        if (!file.path().endsWith(".gz")) {
            return stored;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DatasetException(describe(entry, file) + " cannot be decompressed: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the bytes of a file as stored.
     *
     * @throws DatasetException if the file is missing, unreadable, or not the one that the catalogue describes
     */
    static byte[] verified(CatalogueEntry entry, DataFile file) {
        byte[] bytes = entry.shipped() ? shipped(entry, file) : fetched(entry, file);
        requireSha256(entry, file, Sha256.of(bytes));
        return bytes;
    }

    /**
     * Returns the path of a fetched file that is too large to be held in memory.
     *
     * @throws DatasetException if the file is missing, unreadable, or not the one that the catalogue describes
     */
    static Path verifiedPath(CatalogueEntry entry, DataFile file) {
        Path path = cached(entry, file);
        try {
            requireSha256(entry, file, Sha256.of(path));
            return path;
        } catch (IOException e) {
            throw unreadable(entry, file, e);
        }
    }

    private static byte[] shipped(CatalogueEntry entry, DataFile file) {
        try (InputStream in = DatasetFiles.class.getResourceAsStream(entry.name() + "/" + file.path())) {
            if (in == null) {
                throw new DatasetException(describe(entry, file) + " is missing; restore it from the repository");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(entry, file, e);
        }
    }

    private static byte[] fetched(CatalogueEntry entry, DataFile file) {
        try {
            return Files.readAllBytes(cached(entry, file));
        } catch (IOException e) {
            throw unreadable(entry, file, e);
        }
    }

    private static Path cached(CatalogueEntry entry, DataFile file) {
        Path path = DatasetCache.folder(entry.name()).resolve(file.path());
        if (!Files.exists(path)) {
            throw new DatasetException("data set '" + entry.name() + "' has not been fetched yet (no " + path
                    + "); run: datasets fetch " + entry.name());
        }
        return path;
    }

    private static void requireSha256(CatalogueEntry entry, DataFile file, String actual) {
        if (!actual.equals(file.sha256())) {
            throw new DatasetException(describe(entry, file) + " is damaged: expected SHA-256 " + file.sha256()
                    + ", but was " + actual + "; "
                    + (entry.shipped() ? "restore it from the repository" : "run: datasets fetch " + entry.name()));
        }
    }

    private static DatasetException unreadable(CatalogueEntry entry, DataFile file, IOException e) {
        return new DatasetException(describe(entry, file) + " cannot be read: " + e.getMessage(), e);
    }

    private static String describe(CatalogueEntry entry, DataFile file) {
        return "data set '" + entry.name() + "': file " + file.path();
    }
}
