package quartet.datasets.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Reads the files of an archive sequentially: .tar, .tgz, .tar.gz, or a Debian package (.deb).
 *
 * <p>Archives are not trusted. A name that points outside the archive's folder, too many entries and content that is
 * too large for the size of the archive are errors. Links and devices are skipped.
 */
public final class Archive {
    /** The maximum number of entries. The largest archive of the catalogue, IMDB, has about 100,000. */
    static final int MAXIMUM_ENTRIES = 250_000;
    /**
     * The maximum compression ratio. Text compresses to about a tenth of its size; only a decompression bomb exceeds
     * this ratio.
     */
    static final int MAXIMUM_RATIO = 100;

    static final long MAXIMUM_BYTES = 2L << 30;

    /** The excess over the ratio that is allowed for small archives, because the padding of a tar compresses well. */
    private static final long SLACK_BYTES = 1 << 20;

    private static final int XZ_MEMORY_KIBIBYTES = 256 << 10;

    private Archive() {}

    /**
     * Receives the files of an archive in order.
     *
     * @param <E> the exceptions of a visitor, besides IOException
     */
    public interface Visitor<E extends Exception> {
        /**
         * Visits one file.
         *
         * @param name the path in the archive, separated by slashes, without a leading ./
         * @param bytes the size of the file
         * @param content the content of the file, valid until this method returns; the visitor does not close it
         */
        void file(String name, long bytes, InputStream content) throws IOException, E;
    }

    /**
     * Passes every file of an archive to the visitor.
     *
     * @param <E> the exceptions of the visitor, besides IOException
     * @throws IOException if the archive is unreadable, damaged or rejected
     * @throws E if the visitor throws it
     */
    public static <E extends Exception> void walk(Path archive, Visitor<E> visitor) throws IOException, E {
        walk(archive, MAXIMUM_ENTRIES, visitor);
    }

    static <E extends Exception> void walk(Path archive, int maximumEntries, Visitor<E> visitor) throws IOException, E {
        String name = archive.getFileName().toString();
        long bytes = Files.size(archive);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            if (name.endsWith(".deb")) {
                walkTar(debianData(in, bytes), maximumEntries, visitor);
            } else if (name.endsWith(".tgz") || name.endsWith(".tar.gz")) {
                walkTar(gunzip(in, bytes), maximumEntries, visitor);
            } else if (name.endsWith(".tar")) {
                walkTar(in, maximumEntries, visitor);
            } else {
                throw new IOException("expected a .tar, .tgz, .tar.gz or .deb archive, but was " + name);
            }
        }
    }

    /**
     * Returns the decompressed content of a gzip stream, limited in size in proportion to the compressed size.
     *
     * @param compressedBytes the compressed size
     */
    public static InputStream gunzip(InputStream in, long compressedBytes) throws IOException {
        return limited(
                GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get(),
                compressedBytes);
    }

    private static InputStream unxz(InputStream in, long compressedBytes) throws IOException {
        return limited(
                XZCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(XZ_MEMORY_KIBIBYTES)
                        .get(),
                compressedBytes);
    }

    private static InputStream limited(InputStream decompressed, long compressedBytes) {
        return new LimitedInputStream(
                decompressed, Math.min(MAXIMUM_BYTES, SLACK_BYTES + MAXIMUM_RATIO * compressedBytes));
    }

    /** Returns the tar in a Debian package, see deb(5): member data.tar.xz (or .gz) of an ar archive. */
    private static InputStream debianData(InputStream in, long bytes) throws IOException {
        ArArchiveInputStream ar = new ArArchiveInputStream(in);
        for (ArArchiveEntry entry = ar.getNextEntry(); entry != null; entry = ar.getNextEntry()) {
            if (entry.getName().startsWith("data.tar")) {
                return switch (entry.getName()) {
                    case "data.tar" -> ar;
                    case "data.tar.gz" -> gunzip(ar, bytes);
                    case "data.tar.xz" -> unxz(ar, bytes);
                    default ->
                        throw new IOException("expected data.tar.xz or data.tar.gz in the Debian package, but was "
                                + entry.getName());
                };
            }
        }
        throw new IOException("expected a member data.tar.xz in the Debian package, but found none");
    }

    private static <E extends Exception> void walkTar(InputStream in, int maximumEntries, Visitor<E> visitor)
            throws IOException, E {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        int entries = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (++entries > maximumEntries) {
                throw new IOException("more than " + maximumEntries + " entries; refused as a decompression bomb");
            }
            String name = safeName(entry.getName());
            boolean file =
                    entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
            if (file && !entry.isDirectory()) {
                visitor.file(name, entry.getSize(), tar);
            }
        }
    }

    private static String safeName(String name) throws IOException {
        String relative = name.startsWith("./") ? name.substring(2) : name;
        boolean drive = relative.length() > 1 && relative.charAt(1) == ':';
        if (relative.startsWith("/")
                || drive
                || relative.indexOf('\\') >= 0
                || relative.indexOf('\0') >= 0
                || Arrays.asList(relative.split("/")).contains("..")) {
            throw new IOException("the entry '" + name + "' points outside the folder; refused");
        }
        return relative;
    }
}
