package quartet.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.fetch.FetchedSet;

class DatasetFilesTest {
    private static final byte[] CONTENT = FetchedSet.content();
    private static final CatalogueEntry FETCHED = FetchedSet.entry(List.of(), "data");
    private static final DataFile DATA = FETCHED.files().get(0);

    private final Path cache;

    DatasetFilesTest(@TempDir Path cache) {
        this.cache = cache;
    }

    @BeforeEach
    void useTheCache() {
        System.setProperty("quartet.cache", cache.toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty("quartet.cache");
    }

    private Path store(byte[] content) throws IOException {
        Files.createDirectories(cache.resolve("mine"));
        return Files.write(cache.resolve("mine/data"), content);
    }

    @Test
    void aShippedFileThatIsMissingOrDamagedIsNotUsed() {
        CatalogueEntry iris = Catalogue.get().find("iris");
        assertThatThrownBy(() -> DatasetFiles.read(iris, new DataFile("iris.csv", "00", 1)))
                .isInstanceOf(DatasetException.class)
                .hasMessage("data set 'iris': file iris.csv is damaged: expected SHA-256 00, but was "
                        + iris.files().get(0).sha256() + "; restore it from the repository");
        assertThatThrownBy(() -> DatasetFiles.read(iris, new DataFile("gone.csv", "00", 1)))
                .isInstanceOf(DatasetException.class)
                .hasMessage("data set 'iris': file gone.csv is missing; restore it from the repository");
    }

    @Test
    void aFetchedFileIsReadFromTheCache() throws IOException {
        assertThat(Datasets.isPresent(FETCHED)).isFalse();
        Path path = store(CONTENT);
        assertThat(Datasets.isPresent(FETCHED)).isTrue();
        assertThat(DatasetFiles.read(FETCHED, DATA)).isEqualTo(CONTENT);
        assertThat(DatasetFiles.verifiedPath(FETCHED, DATA)).isEqualTo(path);
    }

    @Test
    void aFetchedFileThatIsDamagedIsNotUsed() throws IOException {
        store(new byte[10]);
        assertThatThrownBy(() -> DatasetFiles.read(FETCHED, DATA))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is damaged")
                .hasMessageEndingWith("run: datasets fetch mine");
        assertThatThrownBy(() -> DatasetFiles.verifiedPath(FETCHED, DATA))
                .isInstanceOf(DatasetException.class)
                .hasMessageEndingWith("run: datasets fetch mine");
    }

    @Test
    void aDataSetThatHasNotBeenFetchedSaysHowToFetchIt() {
        assertThatThrownBy(() -> Datasets.load("mnist", 1))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("data set 'mnist' has not been fetched yet")
                .hasMessageEndingWith("run: datasets fetch mnist");
        assertThatThrownBy(() -> Datasets.verify("spamassassin"))
                .hasMessageEndingWith("run: datasets fetch spamassassin");
    }
}
