package quartet.datasets.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quartet.datasets.files.Archives.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.datasets.files.Archives;
import quartet.datasets.format.Texts.LabelledText;

class MailReaderTest {
    @Test
    void theTextIsSubjectAndBody() {
        assertThat(MailReader.text(bytes("From: a@b.c\nSubject: Re: hello\nTo: d@e.f\n\nThe body\n\nends.\n")))
                .isEqualTo("Re: hello\nThe body\n\nends.\n");
        assertThat(MailReader.text(bytes("SUBJECT: a\r\n\tfolded line\r\nX-Subject: no\r\n\r\nbody")))
                .isEqualTo("a\n\tfolded line\nbody");
        assertThat(MailReader.text(bytes("From: a@b.c\n\nSubject: of the body")))
                .isEqualTo("\nSubject: of the body");
        assertThat(MailReader.text(bytes("Subject: alone"))).isEqualTo("alone\n");
        assertThat(MailReader.text(new byte[0])).isEqualTo("\n");
    }

    @Test
    void aMailThatIsNotUtf8IsReadAsLatin1() {
        assertThat(MailReader.text(bytes("Subject: caf\u00e9\n\n"))).isEqualTo("caf\u00e9\n");
        assertThat(MailReader.text("Subject: caf\u00e9\n\n".getBytes(ISO_8859_1)))
                .isEqualTo("caf\u00e9\n");
    }

    @Test
    void labelAndSourceComeFromTheFolder(@TempDir Path folder) throws IOException {
        byte[] mail = bytes("Subject: s\n\nb");
        Path tar = Files.write(
                folder.resolve("mails.tar"),
                Archives.tar(Map.of(
                        "package/data/spam-2/1.txt", mail,
                        "package/data/hard-ham-1/1.txt", mail,
                        "package/data/easy-ham-2/1.txt", mail,
                        "package/data/easy-ham-2/1.json", mail,
                        "package/README.txt", mail)));
        assertThat(MailReader.read(tar).rows())
                .containsExactly(
                        new LabelledText("easy-ham-2", 0, "s\nb"),
                        new LabelledText("hard-ham-1", 0, "s\nb"),
                        new LabelledText("spam-2", 1, "s\nb"));
    }

    @Test
    void refusesAnArchiveWithoutMailsAndADamagedArchive(@TempDir Path folder) throws IOException {
        Path empty = Files.write(folder.resolve("empty.tar"), Archives.tar(Map.of("readme", new byte[0])));
        assertThatThrownBy(() -> MailReader.read(empty))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("'empty.tar': expected mails in files such as spam-1/00001.txt, but found none");
        Path damaged = Files.write(folder.resolve("damaged.tgz"), new byte[100]);
        assertThatThrownBy(() -> MailReader.read(damaged)).isInstanceOf(IOException.class);
    }
}
