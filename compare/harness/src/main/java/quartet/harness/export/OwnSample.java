package quartet.harness.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import quartet.contract.experiment.Project;
import quartet.datasets.own.OwnData;
import quartet.datasets.own.OwnSource;
import quartet.datasets.raw.ImageFile;
import quartet.datasets.raw.ImageFolder;
import quartet.datasets.raw.MissingValue;
import quartet.datasets.raw.RawRow;
import quartet.datasets.raw.TableFile;
import quartet.datasets.recipe.CategoryCode;
import quartet.datasets.recipe.ColumnCode;
import quartet.datasets.recipe.DateCode;
import quartet.datasets.recipe.DatePattern;
import quartet.datasets.recipe.ImageRecipe;
import quartet.datasets.recipe.NumberCode;
import quartet.datasets.recipe.NumberStyle;
import quartet.datasets.recipe.TableRecipe;
import quartet.datasets.rows.ColumnNames;
import quartet.harness.export.SampleFiles.LabelledImage;
import quartet.harness.export.SampleFiles.Sizes;

/**
 * Writes the user's own data into the folder of an exported project, in the form that the project reads:
 * comma-separated values in UTF-8 with decimal points, or images of one size. Useless columns are omitted, missing
 * values are empty, and dates are numbers of days since 1970-01-01. Large data is sampled at random.
 */
final class OwnSample {
    private static final int IMAGES_OF_A_CLASS = 100;
    private static final long SEED = 42;

    private OwnSample() {}

    /**
     * Writes the data.
     *
     * @throws quartet.datasets.DatasetException if the data cannot be used; the message is one line
     */
    static Sample write(Project project, OwnSource source, Path folder) {
        OwnData own = OwnData.load(project.kind(), source, SEED);
        try {
            Files.createDirectories(folder);
            return switch (project) {
                case CLASSIFICATION, REGRESSION -> table((TableRecipe) own.recipe(), source, folder);
                case CV -> images((ImageRecipe) own.recipe(), source, folder);
                case NLP -> texts(source, folder);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Sample table(TableRecipe recipe, OwnSource source, Path folder) throws IOException {
        TableFile file = TableFile.open(Path.of(source.data()), List.of(source.target()));
        int target = ColumnNames.index(file, "--target", source.target());
        boolean classes = !recipe.classes().isEmpty();
        NumberStyle style = classes ? NumberStyle.POINT : style(file, target);
        SampledRows sampled = SampledRows.of(
                file,
                row -> classes
                        ? !MissingValue.is(row.cells()[target])
                        : !Double.isNaN(style.parse(row.cells()[target])));
        List<String> header = new ArrayList<>();
        recipe.columns().forEach(column -> header.add(column.name()));
        int[] indices = header.stream().mapToInt(file.names()::indexOf).toArray();
        header.add(source.target());
        List<List<String>> rows = new ArrayList<>();
        for (RawRow row : sampled.rows()) {
            List<String> cells = new ArrayList<>();
            for (int j = 0; j < indices.length; j++) {
                cells.add(cell(recipe.columns().get(j), row.cells()[indices[j]]));
            }
            cells.add(classes ? row.cells()[target] : plain(style.parse(row.cells()[target])));
            rows.add(cells);
        }
        Sizes sizes = SampleFiles.table(folder, header, rows, row -> classes ? row.get(header.size() - 1) : "");
        return sample(source, sizes, "rows", sampled.all());
    }

    /** Returns the style in which more targets are numbers. */
    private static NumberStyle style(TableFile file, int target) {
        int[] points = new int[1];
        file.read(
                row -> {
                    String cell = row.cells()[target];
                    points[0] += Double.isNaN(NumberStyle.POINT.parse(cell)) ? 0 : 1;
                    points[0] -= Double.isNaN(NumberStyle.COMMA.parse(cell)) ? 0 : 1;
                },
                problem -> {});
        return points[0] >= 0 ? NumberStyle.POINT : NumberStyle.COMMA;
    }

    private static String cell(ColumnCode column, String cell) {
        if (MissingValue.is(cell)) {
            return "";
        }
        if (column instanceof NumberCode number) {
            return plain(number.parse(cell));
        }
        if (column instanceof DateCode date) {
            return plain(new DatePattern(date.pattern()).parse(cell));
        }
        return column instanceof CategoryCode ? cell : "";
    }

    private static String plain(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean integer = value == Math.rint(value) && Math.abs(value) < 1e15;
        return integer ? Long.toString((long) value) : Double.toString(value);
    }

    private static Sample texts(OwnSource source, Path folder) throws IOException {
        TableFile file = TableFile.open(Path.of(source.data()), List.of(source.target(), source.text()));
        int text = ColumnNames.index(file, "--text", source.text());
        int target = ColumnNames.index(file, "--target", source.target());
        SampledRows sampled = SampledRows.of(file, row -> !MissingValue.is(row.cells()[target]));
        List<List<String>> rows = sampled.rows().stream()
                .map(row -> List.of(row.cells()[text], row.cells()[target]))
                .toList();
        Sizes sizes = SampleFiles.table(folder, List.of(source.text(), source.target()), rows, row -> row.get(1));
        return sample(source, sizes, "rows", sampled.all());
    }

    /** Writes the images that can be read. */
    private static Sample images(ImageRecipe recipe, OwnSource source, Path folder) throws IOException {
        List<ImageFolder.Entry> files =
                new ArrayList<>(ImageFolder.ofClasses(Path.of(source.data())).files());
        Collections.shuffle(files, new Random(SEED));
        Map<String, Integer> counts = new HashMap<>();
        List<LabelledImage> images = new ArrayList<>();
        for (ImageFolder.Entry file : files) {
            boolean known = recipe.classes().contains(file.label());
            if (known && counts.getOrDefault(file.label(), 0) < IMAGES_OF_A_CLASS) {
                try {
                    images.add(new LabelledImage(
                            file.label(),
                            ImageFile.read(file.path())
                                    .resized(recipe.height(), recipe.width())
                                    .withChannels(recipe.channels())));
                    counts.merge(file.label(), 1, Integer::sum);
                } catch (IOException e) {
                    // The preparation of the data omitted it too.
                }
            }
        }
        return sample(source, SampleFiles.images(folder, images), "images", files.size());
    }

    private static Sample sample(OwnSource source, Sizes sizes, String things, long all) {
        int used = sizes.train() + sizes.test();
        String notice = "`%s`: %d %s for training and %d for the test, chosen at random%s.%n%n"
                        .formatted(
                                Path.of(source.data()).getFileName(),
                                sizes.train(),
                                things,
                                sizes.test(),
                                used < all ? " from " + all : "")
                + "Add the origin and the licence of the data here.\n";
        return new Sample(notice, source.target(), source.text(), sizes.train(), sizes.test());
    }
}
