package quartet.datasets.format;

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

class ReviewReaderTest {
    private final Path folder;

    ReviewReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ReviewReader.Reviews read(Map<String, byte[]> files) throws IOException {
        return ReviewReader.read(Files.write(folder.resolve("reviews.tar.gz"), Archives.gzip(Archives.tar(files))));
    }

    @Test
    void splitAndLabelComeFromTheFolders() throws IOException {
        ReviewReader.Reviews reviews = read(Map.of(
                "aclImdb/train/pos/0_9.txt", bytes("Good.<br /><br />Very good."),
                "aclImdb/train/neg/0_3.txt", bytes("Bad."),
                "aclImdb/test/neg/7_1.txt", bytes("Worse."),
                "aclImdb/train/unsup/0_0.txt", bytes("Unlabelled."),
                "aclImdb/train/urls_pos.txt", bytes("http"),
                "aclImdb/README", bytes("read me")));
        assertThat(reviews.train().rows())
                .containsExactly(new LabelledText("", 0, "Bad."), new LabelledText("", 1, "Good.  Very good."));
        assertThat(reviews.test().rows()).containsExactly(new LabelledText("", 0, "Worse."));
    }

    @Test
    void refusesMissingPartsAndMalformedText() {
        assertThatThrownBy(() -> read(Map.of("aclImdb/train/pos/0_9.txt", bytes("Good."))))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("'reviews.tar.gz': expected reviews in train and test, but found 1 and 0");
        assertThatThrownBy(() -> read(Map.of("aclImdb/train/pos/0_9.txt", new byte[] {'a', '\n', (byte) 0xe9})))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("'aclImdb/train/pos/0_9.txt' is not UTF-8: byte 2, line 2");
    }
}
