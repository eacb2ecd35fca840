package quartet.datasets;

import java.util.List;
import java.util.stream.LongStream;
import quartet.datasets.CatalogueEntry.DataFile;
import quartet.datasets.format.DigitsReader;
import quartet.datasets.format.IdxReader;
import quartet.datasets.format.Images;
import quartet.datasets.format.LabelledImages;
import quartet.datasets.format.MalformedDataException;

/** Prepares images: reads them, splits them, and standardizes them with the statistics of the training images. */
final class ImageData {
    private ImageData() {}

    /**
     * Loads a data set of format {@link Format#IDX} or {@link Format#DIGITS}.
     *
     * @throws DatasetException if a file is missing or damaged
     * @throws MalformedDataException if a file does not follow its format
     */
    static PreparedData load(CatalogueEntry entry, long seed) throws MalformedDataException {
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

    private static PreparedData prepare(CatalogueEntry entry, LabelledImages train, LabelledImages test) {
        return new PreparedData(
                entry.name(),
                Kind.IMAGES,
                examples(entry, train, train.images()),
                examples(entry, test, train.images()),
                entry.classNames(),
                TargetScale.IDENTITY,
                0);
    }

    private static Examples examples(CatalogueEntry entry, LabelledImages images, Images training) {
        return new Examples(
                standardize(images.images(), training), new Targets.Classes(images.labels(), entry.classes()));
    }

    /**
     * Standardizes every channel.
     *
     * <pre>{@code x = (pixel - mean[channel]) / deviation[channel]}</pre>
     *
     * <p>Mean and population deviation are taken over all pixels of a channel of the training images. Statistics of
     * each pixel position would amplify border pixels that hardly ever vary.
     *
     * @param training the images whose statistics are used, with the same number of channels
     */
    static Features.Values standardize(Images images, Images training) {
        float[][] levels = new float[images.channels()][];
        for (int channel = 0; channel < levels.length; channel++) {
            levels[channel] = standardizedLevels(training.histogram(channel));
        }
        byte[] pixels = images.pixels();
        float[] data = new float[pixels.length];
        int plane = images.height() * images.width();
        for (int i = 0; i < data.length; i++) {
            data[i] = levels[i / plane % levels.length][Byte.toUnsignedInt(pixels[i])];
        }
        return new Features.Values(new int[] {images.rows(), images.channels(), images.height(), images.width()}, data);
    }

    /** Returns the standardized value of each brightness level, given how many pixels have it. */
    private static float[] standardizedLevels(long[] counts) {
        long count = LongStream.of(counts).sum();
        double mean = 0;
        for (int level = 0; level < counts.length; level++) {
            mean += (double) counts[level] * level / count;
        }
        double variance = 0;
        for (int level = 0; level < counts.length; level++) {
            variance += counts[level] * (level - mean) * (level - mean) / count;
        }
        // Images of a single brightness level become 0, not infinite.
        double deviation = LongStream.of(counts).anyMatch(n -> n == count) ? 1 : Math.sqrt(variance);
        float[] standardized = new float[counts.length];
        for (int level = 0; level < standardized.length; level++) {
            standardized[level] = (float) ((level - mean) / deviation);
        }
        return standardized;
    }
}
