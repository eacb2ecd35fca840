package quartet.datasets;

import java.util.Arrays;
import java.util.List;
import quartet.datasets.CatalogueEntry.DataFile;

/** Images: read, split, then standardized with the training images' statistics. */
final class ImageData {
    /** The digits' images are 8 x 8 counts of 0 to 16 dark pixels in a 4 x 4 block; the label comes last. */
    private static final int DIGITS_SIDE = 8;

    private static final int DIGITS_MAXIMUM = 16;

    private ImageData() {}

    /**
     * A data set of images, of format {@link Format#IDX} or {@link Format#DIGITS}.
     *
     * @throws DatasetException if a file is missing, damaged or not of this form
     */
    static PreparedData load(CatalogueEntry entry, long seed) {
        if (entry.format() == Format.IDX) {
            List<DataFile> files = entry.files();
            return prepared(entry, idx(entry, files.get(0), files.get(1)), idx(entry, files.get(2), files.get(3)));
        }
        DataFile file = entry.files().get(0);
        LabelledImages all =
                digits(file.path(), Utf8.decode(file.path(), DatasetFiles.read(entry, file)), entry.classes());
        Split split = Split.stratified(all.labels(), entry.split().testFraction(), seed);
        return prepared(entry, all.select(split.train()), all.select(split.test()));
    }

    /** Images with a label for each. */
    record LabelledImages(Images images, int[] labels) {
        LabelledImages select(int[] rows) {
            return new LabelledImages(
                    images.select(rows),
                    Arrays.stream(rows).map(row -> labels[row]).toArray());
        }
    }

    private static LabelledImages idx(CatalogueEntry entry, DataFile imageFile, DataFile labelFile) {
        Images images = IdxReader.images(imageFile.path(), DatasetFiles.read(entry, imageFile));
        int[] labels = IdxReader.labels(labelFile.path(), DatasetFiles.read(entry, labelFile), entry.classes());
        return paired(labelFile.path(), images, labels);
    }

    /**
     * Puts labels to images.
     *
     * @throws DatasetException if their numbers differ
     */
    static LabelledImages paired(String source, Images images, int[] labels) {
        if (images.rows() != labels.length) {
            throw new DatasetException("'" + source + "': expected a label for each of " + images.rows()
                    + " images, but were " + labels.length);
        }
        return new LabelledImages(images, labels);
    }

    /**
     * Reads lines of 64 pixels and a label.
     *
     * @throws DatasetException if a line has not 65 whole numbers in their ranges
     */
    static LabelledImages digits(String source, String text, int classes) {
        List<String> lines = text.lines().toList();
        int size = DIGITS_SIDE * DIGITS_SIDE;
        byte[] pixels = new byte[lines.size() * size];
        int[] labels = new int[lines.size()];
        for (int row = 0; row < labels.length; row++) {
            String[] fields = lines.get(row).split(",", -1);
            if (fields.length != size + 1) {
                throw new DatasetException("'" + source + "', line " + (row + 1) + ": expected " + size
                        + " pixels and a label, but were " + fields.length + " fields");
            }
            for (int i = 0; i < size; i++) {
                pixels[row * size + i] = (byte) number(source, row, "pixel", fields[i], DIGITS_MAXIMUM);
            }
            labels[row] = number(source, row, "label", fields[size], classes - 1);
        }
        return new LabelledImages(new Images(1, DIGITS_SIDE, DIGITS_SIDE, pixels), labels);
    }

    private static int number(String source, int row, String what, String field, int maximum) {
        try {
            int value = Integer.parseInt(field);
            if (value >= 0 && value <= maximum) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, together with numbers out of range.
        }
        throw new DatasetException("'" + source + "', line " + (row + 1) + ": expected a " + what + " of 0 to "
                + maximum + ", but was '" + field + "'");
    }

    private static PreparedData prepared(CatalogueEntry entry, LabelledImages train, LabelledImages test) {
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
                images.images().standardized(training), new Targets.Classes(images.labels(), entry.classes()));
    }
}
