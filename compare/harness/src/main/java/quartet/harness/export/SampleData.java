package quartet.harness.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.datasets.Catalogue;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.Datasets;
import quartet.datasets.format.DigitsReader;
import quartet.datasets.format.LabelledImages;
import quartet.datasets.format.TsvReader;
import quartet.datasets.raw.RawImage;
import quartet.harness.export.SampleFiles.LabelledImage;
import quartet.harness.export.SampleFiles.Sizes;

/** Writes a small shipped data set into the folder of an exported project. */
final class SampleData {
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
                case CLASSIFICATION, REGRESSION -> table(entry, folder, project == Project.CLASSIFICATION);
                case CV -> images(entry, folder);
                case NLP -> texts(entry, folder);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Sample table(CatalogueEntry entry, Path folder, boolean stratified) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(open(entry), StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            List<List<String>> rows =
                    parser.getRecords().stream().map(CSVRecord::toList).toList();
            int target = parser.getHeaderNames().indexOf(entry.target());
            Sizes sizes =
                    SampleFiles.table(folder, parser.getHeaderNames(), rows, row -> stratified ? row.get(target) : "");
            return sample(entry, entry.target(), "", sizes);
        }
    }

    private static Sample texts(CatalogueEntry entry, Path folder) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (var text :
                TsvReader.read(entry.name(), bytes(entry), entry.classes()).rows()) {
            rows.add(List.of(text.text(), entry.classNames().get(text.label())));
        }
        Sizes sizes = SampleFiles.table(folder, List.of("text", "label"), rows, row -> row.get(1));
        return sample(entry, "label", "text", sizes);
    }

    private static Sample images(CatalogueEntry entry, Path folder) throws IOException {
        LabelledImages all = DigitsReader.read(entry.name(), bytes(entry), entry.classes());
        int height = all.images().height();
        int width = all.images().width();
        int[] counts = new int[entry.classes()];
        List<LabelledImage> images = new ArrayList<>();
        for (int row = 0; row < all.labels().length; row++) {
            int label = all.labels()[row];
            if (counts[label]++ < IMAGES_OF_A_CLASS) {
                int size = height * width;
                byte[] pixels = Arrays.copyOfRange(all.images().pixels(), row * size, (row + 1) * size);
                for (int i = 0; i < size; i++) {
                    pixels[i] = (byte) (BRIGHTNESS * pixels[i]);
                }
                images.add(new LabelledImage(entry.classNames().get(label), new RawImage(1, height, width, pixels)));
            }
        }
        return sample(entry, "", "", SampleFiles.images(folder, images));
    }

    private static Sample sample(CatalogueEntry entry, String target, String text, Sizes sizes) {
        String notice = """
                %s: %d rows for training and %d for the test, chosen at random.

                - Citation: %s
                - Origin: %s
                - Licence: %s
                """.formatted(
                        entry.title(), sizes.train(), sizes.test(), entry.citation(), entry.origin(), entry.licence());
        return new Sample(notice, target, text, sizes.train(), sizes.test());
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
}
