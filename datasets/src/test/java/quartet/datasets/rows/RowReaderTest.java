package quartet.datasets.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartet.datasets.Catalogue;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.DatasetException;
import quartet.datasets.Datasets;
import quartet.datasets.Datasets.Prepared;
import quartet.datasets.Features;
import quartet.datasets.Split;
import quartet.datasets.format.DigitsReader;
import quartet.datasets.format.Images;
import quartet.datasets.format.LabelledImages;
import quartet.datasets.format.Texts;
import quartet.datasets.format.TsvReader;
import quartet.datasets.recipe.Recipe;

/** Raw rows of the catalogue's data become the features that the networks were trained and tested with, bit for bit. */
class RowReaderTest {
    private static final long SEED = 42;

    private final Path folder;

    RowReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Datasets.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    /** The recipe after it was written and read. */
    private static Recipe stored(Prepared prepared) throws IOException {
        JsonMapper json = new JsonMapper();
        return json.readValue(json.writeValueAsString(prepared.recipe()), Recipe.class);
    }

    private static void assertEqual(Features actual, Features expected) {
        if (expected instanceof Features.Tokens tokens) {
            assertThat(actual.asTokens().ids()).isEqualTo(tokens.ids());
        } else {
            assertThat(actual.asValues().shape()).isEqualTo(expected.asValues().shape());
            assertThat(Arrays.equals(
                            actual.asValues().data(), expected.asValues().data()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"iris, iris/iris.csv", "wdbc, wdbc/wdbc.csv", "concrete, concrete/concrete.csv"})
    void tables(String name, String file) throws IOException {
        CatalogueEntry entry = Catalogue.get().find(name);
        Prepared prepared = Datasets.prepare(name, SEED);
        ReadRows rows = RowReader.read(stored(prepared), Files.write(folder.resolve("data.csv"), resource(file)));
        assertThat(rows.problems()).isEmpty();
        List<String> classes = prepared.recipe().classes();
        int[] labels = rows.targets().stream()
                .mapToInt(target -> Math.max(0, classes.indexOf(target)))
                .toArray();
        Split split = entry.split().by().equals("stratified")
                ? Split.stratified(labels, entry.split().testFraction(), SEED)
                : Split.random(labels.length, entry.split().testFraction(), SEED);
        Features test = rows.features().select(split.test(), 0, split.test().length);
        assertEqual(test, prepared.data().test().features());
    }

    @Test
    void images() throws IOException {
        CatalogueEntry entry = Catalogue.get().find("digits");
        String file = entry.files().get(0).path();
        Prepared prepared = Datasets.prepare("digits", SEED);
        LabelledImages all = DigitsReader.read(file, content(entry), entry.classes());
        Split split = Split.stratified(all.labels(), entry.split().testFraction(), SEED);
        Images test = all.images().select(split.test());
        for (int row = 0; row < test.rows(); row++) {
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, 8, 8, Arrays.copyOfRange(test.pixels(), row * 64, row * 64 + 64));
            ImageIO.write(
                    image, "png", folder.resolve(String.format("%04d.png", row)).toFile());
        }
        ReadRows rows = RowReader.read(stored(prepared), folder);
        assertThat(rows.places()).startsWith("0000.png", "0001.png");
        assertEqual(rows.features(), prepared.data().test().features());
    }

    private static byte[] content(CatalogueEntry entry) throws IOException {
        byte[] stored = resource(entry.name() + "/" + entry.files().get(0).path());
        if (!entry.files().get(0).path().endsWith(".gz")) {
            return stored;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            return in.readAllBytes();
        }
    }

    @Test
    void texts() throws IOException {
        CatalogueEntry entry = Catalogue.get().find("sentiment-labelled-sentences");
        Prepared prepared = Datasets.prepare(entry.name(), SEED);
        Texts all = TsvReader.read("sentences", content(entry), entry.classes());
        Split split = Split.stratified(all.strata(), entry.split().testFraction(), SEED);
        String csv = all.select(split.test()).rows().stream()
                .map(row -> '"' + row.text().replace("\"", "\"\"") + "\"," + row.label())
                .collect(Collectors.joining("\n", "text,label\n", "\n"));
        Path file = Files.writeString(folder.resolve("data.csv"), csv, StandardCharsets.UTF_8);
        ReadRows rows = RowReader.read(stored(prepared), file);
        assertEqual(rows.features(), prepared.data().test().features());
    }

    /** New texts need no column but their own, and then no quotes around commas. */
    @Test
    void textsInASingleColumn() throws IOException {
        Prepared prepared = Datasets.prepare("sentiment-labelled-sentences", SEED);
        Path single = Files.writeString(folder.resolve("single.csv"), "text\nWow, good; very good\nnot \"nice\"\n");
        Path quoted = Files.writeString(
                folder.resolve("quoted.csv"), "text,id\n\"Wow, good; very good\",1\n\"not \"\"nice\"\"\",2\n");
        ReadRows rows = RowReader.read(prepared.recipe(), single);
        assertThat(rows.problems()).isEmpty();
        assertThat(rows.places()).containsExactly("2", "3");
        assertEqual(rows.features(), RowReader.read(prepared.recipe(), quoted).features());
    }

    @Test
    void aRowThatCannotBeReadIsNamedByLineAndColumnAndTheOthersAreRead() throws IOException {
        Prepared prepared = Datasets.prepare("iris", SEED);
        List<String> lines = new String(resource("iris/iris.csv"), StandardCharsets.UTF_8)
                .lines()
                .limit(6)
                .collect(Collectors.toCollection(ArrayList::new));
        lines.set(2, lines.get(2).replaceFirst("[0-9.]+", "tall"));
        lines.set(4, "1,2");
        lines.set(5, lines.get(5).replaceFirst("[0-9.]+", ""));
        Path file = Files.write(folder.resolve("data.csv"), lines);
        ReadRows rows = RowReader.read(prepared.recipe(), file);
        assertThat(rows.places()).containsExactly("2", "4", "6");
        assertThat(rows.problems())
                .containsExactly(
                        "line 3, column 'sepal_length': expected a number, but was 'tall'",
                        "line 5: expected 5 cells, but found 2");
    }

    @Test
    void aColumnOfTheNetworkThatIsMissingIsNamed() throws IOException {
        Prepared prepared = Datasets.prepare("iris", SEED);
        Path file = Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> RowReader.read(prepared.recipe(), file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("which the network needs; its columns are");
    }
}
