package quartet.harness.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Project;
import quartet.contract.experiment.Scale;
import quartet.datasets.Catalogue;
import quartet.datasets.CatalogueEntry;
import quartet.datasets.Datasets;
import quartet.datasets.Split;
import quartet.datasets.format.DigitsReader;
import quartet.datasets.format.Images;
import quartet.datasets.format.LabelledImages;
import quartet.datasets.format.Texts;
import quartet.datasets.format.TsvReader;

/**
 * The test sets of the smallest data sets as raw rows, in the order in which a run scores them: what somebody would have
 * who never prepared any data.
 */
final class RawTestRows {
    private final CatalogueEntry entry;

    private RawTestRows(CatalogueEntry entry) {
        this.entry = entry;
    }

    /** Writes the rows. Returns the file or the folder to predict. */
    static Path write(Project project, Path folder) throws IOException {
        RawTestRows rows = new RawTestRows(Catalogue.get().find(project.dataset(Scale.SMOKE)));
        Files.createDirectories(folder);
        return switch (project) {
            case CLASSIFICATION, REGRESSION -> rows.table(project == Project.CLASSIFICATION, folder);
            case CV -> rows.images(folder);
            case NLP -> rows.texts(folder);
        };
    }

    private byte[] content() throws IOException {
        String path = entry.files().get(0).path();
        try (InputStream in = Datasets.class.getResourceAsStream(entry.name() + "/" + path)) {
            InputStream file = Objects.requireNonNull(in, path);
            return (path.endsWith(".gz") ? new GZIPInputStream(file) : file).readAllBytes();
        }
    }

    private Path table(boolean stratified, Path folder) throws IOException {
        List<String> lines =
                new String(content(), StandardCharsets.UTF_8).lines().toList();
        List<String> rows = lines.subList(1, lines.size());
        int target = Arrays.asList(lines.get(0).split(",", -1)).indexOf(entry.target());
        List<String> targets =
                rows.stream().map(row -> row.split(",", -1)[target]).toList();
        List<String> classes = new ArrayList<>(new TreeSet<>(targets));
        int[] labels = targets.stream().mapToInt(classes::indexOf).toArray();
        double fraction = entry.split().testFraction();
        Split split = stratified
                ? Split.stratified(labels, fraction, Experiment.SEED)
                : Split.random(labels.length, fraction, Experiment.SEED);
        List<String> written = new ArrayList<>(List.of(lines.get(0)));
        Arrays.stream(split.test()).forEach(row -> written.add(rows.get(row)));
        return Files.write(folder.resolve("rows.csv"), written);
    }

    private Path texts(Path folder) throws IOException {
        Texts all = TsvReader.read(entry.name(), content(), entry.classes());
        Split split = Split.stratified(all.strata(), entry.split().testFraction(), Experiment.SEED);
        Path file = folder.resolve("rows.csv");
        try (Writer writer = Files.newBufferedWriter(file);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
            printer.printRecord("text");
            for (Texts.LabelledText row : all.select(split.test()).rows()) {
                printer.printRecord(row.text());
            }
        }
        return file;
    }

    private Path images(Path folder) throws IOException {
        LabelledImages all = DigitsReader.read(entry.name(), content(), entry.classes());
        Split split = Split.stratified(all.labels(), entry.split().testFraction(), Experiment.SEED);
        Images images = all.select(split.test()).images();
        int size = images.height() * images.width();
        for (int row = 0; row < images.rows(); row++) {
            BufferedImage image = new BufferedImage(images.width(), images.height(), BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < size; i++) {
                int level = Byte.toUnsignedInt(images.pixels()[row * size + i]);
                image.getRaster().setSample(i % images.width(), i / images.width(), 0, level);
            }
            ImageIO.write(
                    image, "png", folder.resolve("%04d.png".formatted(row)).toFile());
        }
        return folder;
    }
}
