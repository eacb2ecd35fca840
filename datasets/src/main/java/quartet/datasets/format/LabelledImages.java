package quartet.datasets.format;

import java.util.Arrays;

/** Images, each with a label. */
public record LabelledImages(Images images, int[] labels) {
    /**
     * Pairs images and labels.
     *
     * @throws IllegalArgumentException if the numbers of images and labels differ
     */
    public LabelledImages {
        if (images.rows() != labels.length) {
            throw new IllegalArgumentException("LabelledImages: expected a label for each of " + images.rows()
                    + " images, but got " + labels.length + " labels");
        }
    }

    /** Returns a copy of the given rows in the given order. */
    public LabelledImages select(int[] rows) {
        return new LabelledImages(
                images.select(rows), Arrays.stream(rows).map(row -> labels[row]).toArray());
    }
}
