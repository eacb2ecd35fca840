package quartet.datasets.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.tukaani.xz.LZMA2Options;

/** Writes archives for tests. */
public final class Archives {
    private Archives() {}

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] tar(Map<String, byte[]> files) {
        return written(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    // The second argument keeps a leading slash.
                    TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                    entry.setSize(file.getValue().length);
                    tar.putArchiveEntry(entry);
                    tar.write(file.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    public static byte[] tarWithLink(String name, String target) {
        return written(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                TarArchiveEntry entry = new TarArchiveEntry(name, TarArchiveEntry.LF_SYMLINK);
                entry.setLinkName(target);
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        });
    }

    public static byte[] gzip(byte[] content) {
        return written(out -> {
            try (OutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    public static byte[] xz(byte[] content) {
        return written(out -> {
            try (OutputStream xz = XZCompressorOutputStream.builder()
                    .setOutputStream(out)
                    .setLzma2Options(new LZMA2Options(LZMA2Options.PRESET_MIN))
                    .get()) {
                xz.write(content);
            }
        });
    }

    /** Returns a Debian package whose data is in a member of this name. */
    public static byte[] deb(String member, byte[] data) {
        return written(out -> {
            try (ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
                put(ar, "debian-binary", bytes("2.0\n"));
                put(ar, "control.tar.gz", gzip(tar(Map.of())));
                put(ar, member, data);
            }
        });
    }

    private static void put(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(name, content.length));
        ar.write(content);
        ar.closeArchiveEntry();
    }

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] written(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return out.toByteArray();
    }
}
