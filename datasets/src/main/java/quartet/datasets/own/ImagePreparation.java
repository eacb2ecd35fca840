package quartet.datasets.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import quartet.datasets.DatasetException;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.Split;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;
import quartet.datasets.raw.ImageFile;
import quartet.datasets.raw.ImageFolder;
import quartet.datasets.raw.RawImage;
import quartet.datasets.recipe.ImageRecipe;
import quartet.datasets.rows.RowReader;

/**
 * Prepares a folder of images: scales all images to one size and standardizes each channel. If all training images are
 * grey, the network reads one channel, otherwise three.
 */
final class ImagePreparation {
    private static final int DEFAULT_SIZE = 32;
    private static final int FEWEST = 10;

    private final OwnSource source;
    private final int size;
    private final List<RawImage> images = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ImagePreparation(OwnSource source) {
        this.source = source;
        size = source.size() == 0 ? DEFAULT_SIZE : source.size();
    }

    static OwnData load(OwnSource source, long seed) {
        if (!source.target().isEmpty() || !source.text().isEmpty()) {
            throw new DatasetException("--target, --text: the folder of an image names its class; leave them out");
        }
        SplitChoice choice = SplitChoice.parse(source.split());
        if (choice.by().equals("time")) {
            throw new DatasetException("--split: images have no time; expected a share such as 0.8 or stratified");
        }
        ImagePreparation preparation = new ImagePreparation(source);
        preparation.read(ImageFolder.ofClasses(Path.of(source.data())));
        return preparation.prepare(choice, seed);
    }

    private void read(ImageFolder folder) {
        Path root = Path.of(source.data());
        MemoryNeed.check(source.data(), folder.files().size(), 3L * size * size, 0);
        LeftOut leftOut = new LeftOut();
        for (ImageFolder.Entry entry : folder.files()) {
            try {
                images.add(ImageFile.read(entry.path()).resized(size, size));
                labels.add(entry.label());
            } catch (IOException e) {
                leftOut.add(root.relativize(entry.path()) + ": " + e.getMessage());
            }
        }
        if (images.size() < FEWEST) {
            throw new DatasetException(root + " has " + images.size() + " images that can be read in class folders; "
                    + "expected at least " + FEWEST + (leftOut.count() == 0 ? "" : "; left out: " + leftOut.first()));
        }
        notes.addAll(leftOut.lines());
        if (folder.outside() > 0) {
            notes.add("left out: " + folder.outside() + " files beside the class folders");
        }
    }

    private OwnData prepare(SplitChoice choice, long seed) {
        List<String> all = labels.stream().distinct().sorted(ClassNames.ORDER).toList();
        int[] strata = labels.stream().mapToInt(all::indexOf).toArray();
        boolean ownTest = !source.test().isEmpty();
        Split split = ownTest
                ? new Split(IntStream.range(0, strata.length).toArray(), new int[0])
                : choice.classes(strata, seed);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row : split.train()) {
            counts.merge(labels.get(row), 1, Integer::sum);
        }
        List<String> classes = ClassNames.of(counts, source.data());
        boolean colour =
                Arrays.stream(split.train()).anyMatch(row -> images.get(row).channels() > 1);
        ImageRecipe recipe = recipe(split.train(), colour ? 3 : 1, classes);
        Examples train = examples(split.train(), recipe);
        int[] known = Arrays.stream(split.test())
                .filter(row -> classes.contains(labels.get(row)))
                .toArray();
        Examples test;
        if (ownTest) {
            Path path = Path.of(source.test());
            test = TestSet.classes(recipe, path, RowReader.labelledImages(recipe, path), notes)
                    .examples();
        } else {
            test = examples(known, recipe);
        }
        if (test.rows() == 0) {
            throw new DatasetException(source.data() + ": no image is left for the test set");
        }
        report(choice, train, test, recipe);
        Examples weighted = source.classWeights() ? ClassBalance.of(train) : train;
        PreparedData data = new PreparedData(
                OwnData.name(source.data()), Kind.IMAGES, weighted, test, classes, TargetScale.IDENTITY, 0);
        String title = String.format(
                Locale.ROOT,
                "%s: %,d images in %d class folders",
                OwnData.name(source.data()),
                images.size(),
                all.size());
        return new OwnData(data, recipe, new DataReport(title, List.of(), notes, warnings));
    }

    private ImageRecipe recipe(int[] train, int channels, List<String> classes) {
        long[][] histograms = new long[channels][ImageRecipe.LEVELS];
        for (int row : train) {
            byte[] pixels = images.get(row).withChannels(channels).pixels();
            for (int i = 0; i < pixels.length; i++) {
                histograms[i / (size * size)][Byte.toUnsignedInt(pixels[i])]++;
            }
        }
        return ImageRecipe.of(size, size, histograms, classes);
    }

    private Examples examples(int[] rows, ImageRecipe recipe) {
        float[][] levels = recipe.levels();
        int width = recipe.channels() * size * size;
        float[] data = new float[Math.multiplyExact(rows.length, width)];
        int[] targets = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            RawImage image = images.get(rows[i]).withChannels(recipe.channels());
            System.arraycopy(RowReader.standardized(image, levels), 0, data, i * width, width);
            targets[i] = recipe.classes().indexOf(labels.get(rows[i]));
        }
        return new Examples(
                new Features.Values(new int[] {rows.length, recipe.channels(), size, size}, data),
                new Targets.Classes(targets, recipe.classes().size()));
    }

    private void report(SplitChoice choice, Examples train, Examples test, ImageRecipe recipe) {
        int[] targets = train.targets().asClasses().labels();
        notes.add(String.format(
                Locale.ROOT,
                "each image becomes %d x %d pixels, %s: the middle of the image, scaled by the mean of areas",
                size,
                size,
                recipe.channels() == 1 ? "grey" : "colour"));
        notes.add(ClassNames.describe(recipe.classes(), targets));
        notes.add(
                source.test().isEmpty()
                        ? choice.describe(train.rows(), test.rows(), true)
                        : String.format(
                                Locale.ROOT,
                                "%,d training images; %,d test images of %s",
                                train.rows(),
                                test.rows(),
                                source.test()));
        ClassNames.warn(recipe.classes(), targets, source.classWeights(), warnings);
        Duplicates.warn(train.features(), test.features(), warnings);
    }
}
