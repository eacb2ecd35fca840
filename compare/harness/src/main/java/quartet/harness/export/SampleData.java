package quartet.harness.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.datasets.Catalogue;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.Datasets;
import quartet.datasets.format.DigitsReader;
import quartet.datasets.format.LabelledImages;
import quartet.datasets.format.TsvReader;

/** Writes a small shipped data set into the folder of an exported project: as tables, or as images by class. */
final class SampleData {
    private static final long SEED = 42;
    private static final double TEST_FRACTION = 0.2;
    private static final int IMAGES_OF_A_CLASS = 50;
    /** The digits have 17 levels; an image file has 256. */
    private static final int BRIGHTNESS = 15;

    private SampleData() {}

    /** Writes the smallest data set of a project. */
    static Sample write(Project project, Path folder) {
        CatalogueEntry entry = Catalogue.get().find(project.dataset(Scale.SMOKE));
        try {
            Files.createDirectories(folder);
            return switch (project) {
                case CLASSIFICATION -> table(entry, folder, row -> row.get(entry.target()));
                case REGRESSION -> table(entry, folder, row -> "");
                case CV -> images(entry, folder);
                case NLP -> texts(entry, folder);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Sample table(CatalogueEntry entry, Path folder, Function<CSVRecord, String> stratum)
            throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(open(entry), StandardCharsets.UTF_8);
                var parser = format.parse(reader)) {
            Split<CSVRecord> split = Split.of(parser.getRecords(), stratum);
            write(folder.resolve("train.csv"), parser.getHeaderNames(), split.train());
            write(folder.resolve("test.csv"), parser.getHeaderNames(), split.test());
            return sample(
                    entry,
                    entry.target(),
                    "",
                    split.train().size(),
                    split.test().size());
        }
    }

    private static Sample texts(CatalogueEntry entry, Path folder) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (var text :
                TsvReader.read(entry.name(), bytes(entry), entry.classes()).rows()) {
            rows.add(List.of(text.text(), entry.classNames().get(text.label())));
        }
        Split<List<String>> split = Split.of(rows, row -> row.get(1));
        write(folder.resolve("train.csv"), List.of("text", "label"), split.train());
        write(folder.resolve("test.csv"), List.of("text", "label"), split.test());
        return sample(entry, "label", "text", split.train().size(), split.test().size());
    }

    private static Sample images(CatalogueEntry entry, Path folder) throws IOException {
        LabelledImages images = DigitsReader.read(entry.name(), bytes(entry), entry.classes());
        List<Integer> rows = new ArrayList<>();
        for (int label = 0; label < entry.classes(); label++) {
            int wanted = label;
            java.util.stream.IntStream.range(0, images.labels().length)
                    .filter(row -> images.labels()[row] == wanted)
                    .limit(IMAGES_OF_A_CLASS)
                    .forEach(rows::add);
        }
        Split<Integer> split = Split.of(rows, row -> entry.classNames().get(images.labels()[row]));
        write(folder.resolve("train"), entry, images, split.train());
        write(folder.resolve("test"), entry, images, split.test());
        return sample(entry, "", "", split.train().size(), split.test().size());
    }

    private static void write(Path folder, CatalogueEntry entry, LabelledImages images, List<Integer> rows)
            throws IOException {
        int height = images.images().height();
        int width = images.images().width();
        for (int row : rows) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < height * width; i++) {
                int level = Byte.toUnsignedInt(images.images().pixels()[row * height * width + i]);
                image.getRaster().setSample(i % width, i / width, 0, BRIGHTNESS * level);
            }
            Path label = folder.resolve(entry.classNames().get(images.labels()[row]));
            Files.createDirectories(label);
            ImageIO.write(image, "png", label.resolve("%04d.png".formatted(row)).toFile());
        }
    }

    private static void write(Path file, List<String> header, List<? extends Iterable<?>> rows) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            printer.printRecord(header);
            printer.printRecords(rows);
        }
    }

    private static Sample sample(CatalogueEntry entry, String target, String text, int trainRows, int testRows) {
        String notice =
                """
                %s: %d rows for training and %d for the test, chosen at random.

                - Citation: %s
                - Origin: %s
                - Licence: %s
                """.formatted(entry.title(), trainRows, testRows, entry.citation(), entry.origin(), entry.licence());
        return new Sample(entry.title(), notice, target, text, trainRows, testRows);
    }

    private static byte[] bytes(CatalogueEntry entry) throws IOException {
        try (InputStream in = open(entry)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(CatalogueEntry entry) throws IOException {
        String path = entry.files().get(0).path();
        InputStream in = Datasets.class.getResourceAsStream(entry.name() + "/" + path);
        if (in == null) {
            throw new IOException("the data set " + entry.name() + " is not part of this installation");
        }
        return path.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    /** A random split that preserves the proportions of the strata. */
    private record Split<T>(List<T> train, List<T> test) {
        static <T> Split<T> of(List<T> rows, Function<T, String> stratum) {
            Map<String, List<T>> strata = new TreeMap<>();
            rows.forEach(row -> strata.computeIfAbsent(stratum.apply(row), key -> new ArrayList<>())
                    .add(row));
            Random random = new Random(SEED);
            Split<T> split = new Split<>(new ArrayList<>(), new ArrayList<>());
            for (List<T> members : strata.values()) {
                Collections.shuffle(members, random);
                int tests = (int) Math.round(members.size() * TEST_FRACTION);
                split.test.addAll(members.subList(0, tests));
                split.train.addAll(members.subList(tests, members.size()));
            }
            Collections.shuffle(split.train, random);
            Collections.shuffle(split.test, random);
            return split;
        }
    }
}
