package quartet.datasets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quartet.datasets.Texts.LabelledText;

/**
 * Reads an archive of raw mails in folders named after their group, such as easy-ham-1 or spam-2.
 *
 * <p>Of a mail, the subject and the body are the text, the body as it was sent, with its markup. The other headers are
 * left out: they tell the mailing list or the collection's own mail server, so a network would learn where the corpus
 * was gathered. Mails are not clean: one that is not UTF-8 is read as ISO-8859-1, in which every byte is a character.
 */
final class Mails {
    private static final int HAM = 0;
    private static final int SPAM = 1;
    /** Group and file; each mail is there a second time as JSON, with damaged characters. */
    private static final Pattern MAIL = Pattern.compile("(?:.*/)?((?:(?:easy|hard)-ham|(spam))-\\d+)/[^/]+\\.txt");
    /**
     * The subject up to the line that is not indented; what follows a colon may be folded (RFC 5322, section 2.2.3).
     */
    private static final Pattern SUBJECT = Pattern.compile("(?im)^subject:(.*(?:\\n[ \\t].*)*)");

    private Mails() {}

    /**
     * The mails, sorted by group and file; 0 stands for ham and 1 for spam, and the source is the group.
     *
     * @throws DatasetException if the archive is damaged or holds no mails
     */
    static Texts read(Path archive) {
        TreeMap<String, LabelledText> mails = new TreeMap<>();
        try {
            Archive.walk(archive, (name, bytes, content) -> {
                Matcher mail = MAIL.matcher(name);
                if (mail.matches()) {
                    int label = mail.group(2) == null ? HAM : SPAM;
                    mails.put(name, new LabelledText(mail.group(1), label, text(content.readAllBytes())));
                }
            });
        } catch (IOException | FetchException e) {
            throw new DatasetException("'" + archive + "' cannot be read: " + e.getMessage(), e);
        }
        if (mails.isEmpty()) {
            throw new DatasetException("'" + archive + "' holds no mails (expected files such as spam-1/00001.txt)");
        }
        return new Texts(List.copyOf(mails.values()));
    }

    /** Subject and body of a raw mail. */
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
        } catch (DatasetException e) {
            return new String(mail, StandardCharsets.ISO_8859_1);
        }
    }
}
