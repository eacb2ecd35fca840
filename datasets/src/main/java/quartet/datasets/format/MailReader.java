package quartet.datasets.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quartet.datasets.files.Archive;
import quartet.datasets.format.Texts.LabelledText;

/**
 * Reads an archive of raw mails in folders that are named after their group, such as easy-ham-1 or spam-2.
 *
 * <p>The text of a mail is its subject and its body, including markup. The other headers are dropped. They identify
 * the collector's mailing list and mail server, so a network would learn the origin of a mail instead of its content.
 * A mail that is not UTF-8 is read as ISO-8859-1, in which every byte is a character.
 */
public final class MailReader {
    private static final int HAM = 0;
    private static final int SPAM = 1;
    /**
     * Group and file. The archive also contains each mail as JSON with damaged characters; those files do not match.
     */
    private static final Pattern MAIL = Pattern.compile("(?:.*/)?((?:(?:easy|hard)-ham|(spam))-\\d+)/[^/]+\\.txt");
    /** The subject with its indented continuation lines (folding, RFC 5322, section 2.2.3). */
    private static final Pattern SUBJECT = Pattern.compile("(?im)^subject:(.*(?:\\n[ \\t].*)*)");

    private MailReader() {}

    /**
     * Reads the mails, sorted by group and file. Label 0 is ham, 1 is spam; the source of a text is its group.
     *
     * @throws IOException if the archive is unreadable or damaged, or contains no mails
     */
    public static Texts read(Path archive) throws IOException {
        TreeMap<String, LabelledText> mails = new TreeMap<>();
        Archive.walk(archive, (name, bytes, content) -> {
            Matcher mail = MAIL.matcher(name);
            if (mail.matches()) {
                int label = mail.group(2) == null ? HAM : SPAM;
                mails.put(name, new LabelledText(mail.group(1), label, text(content.readAllBytes())));
            }
        });
        if (mails.isEmpty()) {
            throw new MalformedDataException("'" + archive.getFileName()
                    + "': expected mails in files such as spam-1/00001.txt, but found none");
        }
        return new Texts(List.copyOf(mails.values()));
    }

    /** Returns the subject and the body of a raw mail, separated by a line feed. */
    static String text(byte[] mail) {
        String raw = decode(mail).replace("\r\n", "\n");
        int end = raw.indexOf("\n\n");
        String headers = end < 0 ? raw : raw.substring(0, end);
        String body = end < 0 ? "" : raw.substring(end + 2);
        Matcher subject = SUBJECT.matcher(headers);
        return (subject.find() ? subject.group(1).strip() : "") + "\n" + body;
    }

    private static String decode(byte[] mail) {
        try {
            return Utf8.decode("mail", mail);
        } catch (MalformedDataException e) {
            return new String(mail, StandardCharsets.ISO_8859_1);
        }
    }
}
