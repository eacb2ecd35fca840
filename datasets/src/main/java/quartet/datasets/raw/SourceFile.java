package quartet.datasets.raw;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import quartet.datasets.DatasetException;

/** A text file of unknown encoding, optionally compressed by gzip. */
public final class SourceFile {
    /** The superset of Latin-1 that Windows uses. Every byte is a character, so decoding never fails. */
    private static final Charset LATIN = Charset.forName("windows-1252");

    private static final int SAMPLE = 4096;
    private static final int MARK = '\uFEFF';

    private final Path path;
    private final Charset charset;

    private SourceFile(Path path, Charset charset) {
        this.path = path;
        this.charset = charset;
    }

    /**
     * Recognizes the encoding: by a byte order mark, by zero bytes (UTF-16), or as UTF-8 if all bytes are valid, and as
     * Latin-1 (windows-1252) otherwise.
     *
     * @throws DatasetException if the file does not exist, is empty or is not text
     */
    public static SourceFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new DatasetException(
                    path + " is a folder; expected a file of comma-separated or tab-separated values");
        }
        if (!Files.isRegularFile(path)) {
            throw new DatasetException("there is no file " + path);
        }
        try {
            byte[] head = head(path);
            requireText(path, head);
            SourceFile source = new SourceFile(path, charset(path, head));
            if (source.isBlank()) {
                throw new DatasetException(path + " is empty; expected a header and rows");
            }
            return source;
        } catch (IOException e) {
            throw new DatasetException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the path. */
    public Path path() {
        return path;
    }

    /** Returns the name of the file. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Returns the encoding. */
    public Charset charset() {
        return charset;
    }

    /** Opens the text, without a byte order mark. */
    public Reader reader() throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(stream(path), charset));
        int first = reader.read();
        if (first >= 0 && first != MARK) {
            reader.unread(first);
        }
        return new BufferedReader(reader, 1 << 16);
    }

    private boolean isBlank() throws IOException {
        try (Reader reader = reader()) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (!Character.isWhitespace(c)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static InputStream stream(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        in.mark(2);
        boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return compressed ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = stream(path)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static void requireText(Path path, byte[] head) {
        String start = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
        String advice = "; save it as CSV";
        if (start.equals("PAR1")) {
            throw new DatasetException(path + " is a Parquet file, which is not read" + advice
                    + ", for example with DuckDB: COPY (FROM '" + path.getFileName() + "') TO 'data.csv'");
        }
        if (start.startsWith("PK")) {
            throw new DatasetException(path + " is an Excel file or another zip archive, which is not read" + advice);
        }
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
        }
        if (zeros > 0 && utf16(head).isEmpty()) {
            throw new DatasetException(path + " is not a text file" + advice);
        }
    }

    private static Optional<Charset> utf16(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        boolean mark = head.length >= 2
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
        if (mark) {
            return Optional.of(head[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        if (Math.max(zeros[0], zeros[1]) * 4 < head.length
                || zeros[0] * 4 > head.length == zeros[1] * 4 > head.length) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static Charset charset(Path path, byte[] head) throws IOException {
        Optional<Charset> wide = utf16(head);
        if (wide.isPresent()) {
            return wide.get();
        }
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[1 << 16];
        try (Reader reader = new InputStreamReader(stream(path), strict)) {
            while (reader.read(buffer) >= 0) {
                // Only tests whether the bytes can be decoded.
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return LATIN;
        }
    }
}
