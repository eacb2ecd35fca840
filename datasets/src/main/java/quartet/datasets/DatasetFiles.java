package quartet.datasets;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import quartet.datasets.CatalogueEntry.DataFile;

/**
 * The files behind the catalogue. Whatever is read was verified by its SHA-256 first, so a damaged file is never used.
 */
final class DatasetFiles {
    private static final int BUFFER_BYTES = 1 << 16;

    private DatasetFiles() {}

    /**
     * The content of one file, decompressed if its name ends in .gz.
     *
     * @throws DatasetException if the file is missing or is not the one that the catalogue describes
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

    /** The bytes as stored, after their check. */
    static byte[] verified(CatalogueEntry entry, DataFile file) {
        byte[] bytes = bytes(entry, file);
        requireSha256(entry, file, HexFormat.of().formatHex(sha256().digest(bytes)));
        return bytes;
    }

    private static void requireSha256(CatalogueEntry entry, DataFile file, String actual) {
        if (!actual.equals(file.sha256())) {
            throw new DatasetException(describe(entry, file) + " is damaged: expected SHA-256 " + file.sha256()
                    + ", but was " + actual + "; "
                    + (entry.shipped() ? "restore it from the repository" : "run: datasets fetch " + entry.name()));
        }
    }

    private static void requirePresent(CatalogueEntry entry, Path path) {
        if (!Files.exists(path)) {
            throw new DatasetException("data set '" + entry.name() + "' is not here yet (no " + path
                    + "); run: datasets fetch " + entry.name());
        }
    }

    private static byte[] bytes(CatalogueEntry entry, DataFile file) {
        try {
            if (!entry.shipped()) {
                Path path = DatasetCache.folder(entry).resolve(file.path());
                requirePresent(entry, path);
                return Files.readAllBytes(path);
            }
            try (InputStream in = DatasetFiles.class.getResourceAsStream(entry.name() + "/" + file.path())) {
                if (in == null) {
                    throw new DatasetException(describe(entry, file) + " is missing; restore it from the repository");
                }
                return new BufferedInputStream(in).readAllBytes();
            }
        } catch (IOException e) {
            throw new DatasetException(describe(entry, file) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String describe(CatalogueEntry entry, DataFile file) {
        return "data set '" + entry.name() + "': file " + file.path();
    }

    /** The path of a fetched file that is read piece by piece, after its check. */
    static Path verifiedPath(CatalogueEntry entry, DataFile file) {
        Path path = DatasetCache.folder(entry).resolve(file.path());
        requirePresent(entry, path);
        try {
            requireSha256(entry, file, sha256(path));
            return path;
        } catch (IOException e) {
            throw new DatasetException(describe(entry, file) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The SHA-256 of a file in lower-case hexadecimal. */
    static String sha256(Path path) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(path)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
