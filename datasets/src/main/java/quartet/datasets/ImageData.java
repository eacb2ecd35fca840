package quartet.datasets;

import java.util.List;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.Datasets.Prepared;
import quartet.datasets.format.DigitsReader;
import quartet.datasets.format.IdxReader;
import quartet.datasets.format.Images;
import quartet.datasets.format.LabelledImages;
import quartet.datasets.format.MalformedDataException;
import quartet.datasets.recipe.ImageRecipe;

/** Prepares images: reads them, splits them, and standardizes them with the statistics of the training images. */
final class ImageData {
    private ImageData() {}

    /**
     * Loads a data set of format {@link Format#IDX} or {@link Format#DIGITS}.
     *
     * @throws DatasetException if a file is missing or damaged
     * @throws MalformedDataException if a file does not follow its format
     */
    static Prepared load(CatalogueEntry entry, long seed) throws MalformedDataException {
        if (entry.format() == Format.IDX) {
            List<DataFile> files = entry.files();
            return prepare(entry, idx(entry, files.get(0), files.get(1)), idx(entry, files.get(2), files.get(3)));
        }
        DataFile file = entry.files().get(0);
        LabelledImages all = DigitsReader.read(file.path(), DatasetFiles.read(entry, file), entry.classes());
        Split split = Split.stratified(all.labels(), entry.split().testFraction(), seed);
        return prepare(entry, all.select(split.train()), all.select(split.test()));
    }

    private static LabelledImages idx(CatalogueEntry entry, DataFile imageFile, DataFile labelFile)
            throws MalformedDataException {
        return IdxReader.labelledImages(
                imageFile.path(),
                DatasetFiles.read(entry, imageFile),
                labelFile.path(),
                DatasetFiles.read(entry, labelFile),
                entry.classes());
    }

    private static Prepared prepare(CatalogueEntry entry, LabelledImages train, LabelledImages test) {
        ImageRecipe recipe = recipe(train.images(), entry.classNames());
        PreparedData data = new PreparedData(
                entry.name(),
                Kind.IMAGES,
                examples(entry, train, recipe),
                examples(entry, test, recipe),
                entry.classNames(),
                TargetScale.IDENTITY,
                0);
        return new Prepared(data, recipe);
    }

    /** Returns the recipe of these training images. */
    static ImageRecipe recipe(Images training, List<String> classes) {
        long[][] histograms = new long[training.channels()][];
        for (int channel = 0; channel < histograms.length; channel++) {
            histograms[channel] = training.histogram(channel);
        }
        return ImageRecipe.of(training.height(), training.width(), histograms, classes);
    }

    private static Examples examples(CatalogueEntry entry, LabelledImages images, ImageRecipe recipe) {
        return new Examples(
                standardize(images.images(), recipe), new Targets.Classes(images.labels(), entry.classes()));
    }

    /** Returns the pixels, standardized by a recipe for the same number of channels. */
    static Features.Values standardize(Images images, ImageRecipe recipe) {
        float[][] levels = recipe.levels();
        byte[] pixels = images.pixels();
        float[] data = new float[pixels.length];
        int plane = images.height() * images.width();
        for (int i = 0; i < data.length; i++) {
            data[i] = levels[i / plane % levels.length][Byte.toUnsignedInt(pixels[i])];
        }
        return new Features.Values(new int[] {images.rows(), images.channels(), images.height(), images.width()}, data);
    }
}
