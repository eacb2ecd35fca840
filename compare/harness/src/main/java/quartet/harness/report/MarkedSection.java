package quartet.harness.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generated section of a Markdown file that must not be edited by hand. The closing marker contains a digest of the
 * section, which reveals manual edits.
 *
 * <pre>{@code
 * <!-- quartet results -->
 * ...
 * <!-- end of quartet results, sha256 0123456789abcdef -->
 * }</pre>
 *
 * A file may have several sections with different names.
 */
public final class MarkedSection {
    /** The section that a document has if it has one only. */
    public static final String RESULTS = "results";

    private static final Pattern PICTURE = Pattern.compile("<!-- picture (\\S+), sha256 ([0-9a-f]+) -->");
    private static final int DIGEST_DIGITS = 16;

    private MarkedSection() {}

    /** Replaces the section {@code results}; see {@link #replace(String, String, String)}. */
    public static Optional<String> replace(String document, String content) {
        return replace(document, RESULTS, content);
    }

    /**
     * Returns the document with new content between the markers of a section.
     *
     * @param content the new section; the markers are on lines of their own
     * @return empty if the document has no such markers
     */
    public static Optional<String> replace(String document, String name, String content) {
        Matcher matcher = section(name).matcher(document);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String section = content.stripTrailing() + "\n";
        String end = "<!-- end of quartet " + name + ", sha256 " + digest(section) + " -->";
        return Optional.of(document.substring(0, matcher.start())
                + matcher.group(1)
                + section
                + end
                + document.substring(matcher.end()));
    }

    /** Returns whether the section {@code results} exists and was not edited since it was generated. */
    public static boolean isUnedited(String document) {
        return isUnedited(document, RESULTS);
    }

    /** Returns whether a section exists and was not edited since it was generated. */
    public static boolean isUnedited(String document, String name) {
        Matcher matcher = section(name).matcher(document);
        return matcher.find() && digest(matcher.group(2)).equals(matcher.group(3));
    }

    /** Returns the Markdown that embeds a picture, with a digest of its file for {@link #pictures}. */
    public static String picture(String path, String description, String file) {
        return "![" + description + "](" + path + ")\n<!-- picture " + path + ", sha256 " + digest(file) + " -->\n";
    }

    /** Returns the recorded digests of a document's pictures, by path. */
    public static Map<String, String> pictures(String document) {
        Map<String, String> digests = new LinkedHashMap<>();
        PICTURE.matcher(document).results().forEach(match -> digests.put(match.group(1), match.group(2)));
        return digests;
    }

    private static Pattern section(String name) {
        String quoted = Pattern.quote(name);
        return Pattern.compile("(?s)(<!-- quartet " + quoted + " -->\\R)(.*?)<!-- end of quartet " + quoted
                + "(?:, sha256 ([0-9a-f]+))? -->");
    }

    /** Returns the start of the SHA-256 of a text with line feeds. */
    static String digest(String section) {
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
