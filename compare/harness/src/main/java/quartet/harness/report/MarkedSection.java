package quartet.harness.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The section of a Markdown file that a command writes and nobody edits by hand. The closing marker holds a digest of the
 * section, so that an edit is noticed.
 *
 * <pre>{@code
 * <!-- quartet results -->
 * ...
 * <!-- end of quartet results, sha256 0123456789abcdef -->
 * }</pre>
 */
public final class MarkedSection {
    private static final Pattern SECTION = Pattern.compile(
            "(?s)(<!-- quartet results -->\\R)(.*?)<!-- end of quartet results(?:, sha256 ([0-9a-f]+))? -->");
    private static final int DIGEST_DIGITS = 16;

    private MarkedSection() {}

    /**
     * The document with another section between its markers.
     *
     * @param content the new section; the markers stand on lines of their own
     * @return empty if the document has no markers
     */
    public static Optional<String> replace(String document, String content) {
        Matcher matcher = SECTION.matcher(document);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String section = content.stripTrailing() + "\n";
        String end = "<!-- end of quartet results, sha256 " + digest(section) + " -->";
        return Optional.of(document.substring(0, matcher.start())
                + matcher.group(1)
                + section
                + end
                + document.substring(matcher.end()));
    }

    /** Whether there is a section that a command wrote, and nobody has edited it since. */
    public static boolean isUnedited(String document) {
        Matcher matcher = SECTION.matcher(document);
        return matcher.find() && digest(matcher.group(2)).equals(matcher.group(3));
    }

    private static String digest(String section) {
        try {
            byte[] bytes = section.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, DIGEST_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
