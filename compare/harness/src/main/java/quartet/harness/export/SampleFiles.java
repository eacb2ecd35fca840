package quartet.harness.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import quartet.datasets.raw.RawImage;

/**
 * Divides rows at random and writes them: {@code train.csv} and {@code test.csv}, or the folders {@code train} and
 * {@code test} with a folder of images for each class. A fifth of each class becomes the test set.
 */
final class SampleFiles {
    private static final long SEED = 42;
    private static final double TEST_FRACTION = 0.2;

    private SampleFiles() {}

    /** The numbers of written rows. */
    record Sizes(int train, int test) {}

    /** An image and the name of its class. */
    record LabelledImage(String label, RawImage image) {}

    /**
     * Writes a table.
     *
     * @param stratum of a row: its class, or the same text for all rows
     */
    static Sizes table(
            Path folder, List<String> header, List<List<String>> rows, Function<List<String>, String> stratum)
            throws IOException {
        Split<List<String>> split = Split.of(rows, stratum);
        write(folder.resolve("train.csv"), header, split.train());
        write(folder.resolve("test.csv"), header, split.test());
        return split.sizes();
    }

    /** Writes images. */
    static Sizes images(Path folder, List<LabelledImage> images) throws IOException {
        Split<LabelledImage> split = Split.of(images, LabelledImage::label);
        write(folder.resolve("train"), split.train());
        write(folder.resolve("test"), split.test());
        return split.sizes();
    }

    private static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            printer.printRecord(header);
            printer.printRecords(rows);
        }
    }

    private static void write(Path folder, List<LabelledImage> images) throws IOException {
        int number = 0;
        for (LabelledImage image : images) {
            Path label = Files.createDirectories(folder.resolve(image.label()));
            ImageIO.write(
                    buffered(image.image()),
                    "png",
                    label.resolve("%04d.png".formatted(++number)).toFile());
        }
    }

    private static BufferedImage buffered(RawImage raw) {
        int type = raw.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(raw.width(), raw.height(), type);
        int plane = raw.height() * raw.width();
        for (int i = 0; i < raw.pixels().length; i++) {
            int place = i % plane;
            int level = Byte.toUnsignedInt(raw.pixels()[i]);
            image.getRaster().setSample(place % raw.width(), place / raw.width(), i / plane, level);
        }
        return image;
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

        Sizes sizes() {
            return new Sizes(train.size(), test.size());
        }
    }
}
