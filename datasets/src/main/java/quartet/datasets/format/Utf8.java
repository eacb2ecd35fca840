package quartet.datasets.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict decoding of UTF-8: a malformed byte is an error with its line number, not a replacement character. */
final class Utf8 {
    private Utf8() {}

    /**
     * Decodes bytes and drops a byte order mark.
     *
     * @param source the name of the file in messages
     * @throws MalformedDataException if the bytes are not UTF-8
     */
    static String decode(String source, byte[] bytes) throws MalformedDataException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            CharBuffer text = decoder.decode(in);
            boolean mark = text.length() > 0 && text.charAt(0) == '\uFEFF';
            return text.subSequence(mark ? 1 : 0, text.length()).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new MalformedDataException(
                    "'" + source + "' is not UTF-8: byte " + in.position() + ", line " + line, e);
        }
    }
}
