package quartet.datasets.own;

import quartet.datasets.DatasetException;

/**
 * The location of the user's own data, and the options of its use. An empty text selects the default.
 *
 * @param data a file of a table or of texts, or a folder of images with one subfolder for each class
 * @param target the column to predict; empty for images
 * @param text the column with the texts; empty for tables and images
 * @param test a file or a folder with the test set; empty to split the data
 * @param split the split: a share of training rows such as 0.8, {@code stratified}, or {@code time:COLUMN}
 * @param classWeights whether rows of rare classes are repeated in the training set
 * @param size the height and width of images in pixels; 0 for the default
 */
public record OwnSource(
        String data, String target, String text, String test, String split, boolean classWeights, int size) {
    /** No own data. */
    public static final OwnSource NONE = new OwnSource("", "", "", "", "", false, 0);

    private static final int SMALLEST = 8;
    private static final int LARGEST = 256;

    /**
     * Checks each value.
     *
     * @throws DatasetException if the split or the size is unusable
     */
    public OwnSource {
        SplitChoice.parse(split);
        if (size != 0 && (size < SMALLEST || size > LARGEST)) {
            throw new DatasetException("--size: expected " + SMALLEST + " to " + LARGEST + " pixels, but was " + size);
        }
        if (!test.isEmpty() && !split.isEmpty()) {
            throw new DatasetException("--split: the test set is named by --test; name one of both");
        }
    }

    /** Returns whether there is own data. */
    public boolean isPresent() {
        return !data.isEmpty();
    }
}
