package quartet.datasets;

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
 * Walks through the files of an archive: .tar, .tgz, .tar.gz, or a Debian package (.deb).
 *
 * <p>An archive comes from elsewhere, so it is not trusted: a name that leads out of a folder, too many entries, or
 * content out of all proportion to the archive's size is an error. Links and devices are passed over.
 */
final class Archive {
    /** More than the largest set of the catalogue has, IMDB with some 100,000 reviews. */
    static final int MAXIMUM_ENTRIES = 250_000;
    /** Text compresses to a tenth, empty images to a thousandth at most; nothing in between is expected. */
    static final int MAXIMUM_RATIO = 100;

    static final long MAXIMUM_BYTES = 2L << 30;

    /** Room for the padding of small archives. */
    private static final long SLACK_BYTES = 1 << 20;

    private static final int XZ_MEMORY_KIBIBYTES = 256 << 10;

    private Archive() {}

    /** Is shown the files of an archive, in its order. */
    interface Visitor {
        /**
         * One file.
         *
         * @param name its path in the archive, separated by slashes, without a leading ./
         * @param bytes its size
         * @param content to be read before the next file is shown, not to be closed
         */
        void file(String name, long bytes, InputStream content) throws IOException, FetchException;
    }

    /**
     * Shows every file of an archive to the visitor.
     *
     * @throws IOException if the archive cannot be read, is damaged, or is refused
     * @throws FetchException as the visitor does
     */
    static void walk(Path archive, Visitor visitor) throws IOException, FetchException {
        walk(archive, MAXIMUM_ENTRIES, visitor);
    }

    static void walk(Path archive, int maximumEntries, Visitor visitor) throws IOException, FetchException {
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
     * The decompressed content of gzip, limited to what an honest file can be.
     *
     * @param bytes the compressed size
     */
    static InputStream gunzip(InputStream in, long bytes) throws IOException {
        return limited(new GzipCompressorInputStream(in, true), bytes);
    }

    private static InputStream limited(InputStream decompressed, long compressedBytes) {
        return new LimitedInputStream(
                decompressed, Math.min(MAXIMUM_BYTES, SLACK_BYTES + MAXIMUM_RATIO * compressedBytes));
    }

    /** The tar of a Debian package, see deb(5): an ar archive whose member data.tar.xz (or .gz) holds the files. */
    private static InputStream debianData(InputStream in, long bytes) throws IOException {
        ArArchiveInputStream ar = new ArArchiveInputStream(in);
        for (ArArchiveEntry entry = ar.getNextEntry(); entry != null; entry = ar.getNextEntry()) {
            switch (entry.getName()) {
                case "data.tar":
                    return ar;
                case "data.tar.gz":
                    return gunzip(ar, bytes);
                case "data.tar.xz":
                    return limited(new XZCompressorInputStream(ar, true, XZ_MEMORY_KIBIBYTES), bytes);
                default:
                    if (entry.getName().startsWith("data.tar")) {
                        throw new IOException("expected data.tar.xz or data.tar.gz in the Debian package, but was "
                                + entry.getName());
                    }
            }
        }
        throw new IOException("expected a member data.tar.xz in the Debian package, but there is none");
    }

    private static void walkTar(InputStream in, int maximumEntries, Visitor visitor)
            throws IOException, FetchException {
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
            throw new IOException("the entry '" + name + "' leads out of the folder; refused");
        }
        return relative;
    }
}
