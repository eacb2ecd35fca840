package quartet.datasets.format;

import java.util.List;

/**
 * Reads the handwritten digits of the UCI repository: comma-separated lines of 64 pixels and a label, without a header.
 *
 * <p>An image has 8 x 8 pixels. A pixel is the number of dark pixels in a 4 x 4 block of the original scan, 0 to 16.
 *
 * <p>Source: Alpaydin and Kaynak (1998), "Optical Recognition of Handwritten Digits", doi:10.24432/C50P49.
 */
public final class DigitsReader {
    private static final int SIDE = 8;
    private static final int MAXIMUM = 16;

    private DigitsReader() {}

    /**
     * Reads the images, one channel of 8 x 8 pixels each, and their labels.
     *
     * @param source the name of the file in messages
     * @param classes the number of classes; every label is less
     * @throws MalformedDataException if a line does not consist of 65 integers in their ranges
     */
    public static LabelledImages read(String source, byte[] content, int classes) throws MalformedDataException {
        List<String> lines = Utf8.decode(source, content).lines().toList();
        int size = SIDE * SIDE;
        byte[] pixels = new byte[lines.size() * size];
        int[] labels = new int[lines.size()];
        for (int row = 0; row < labels.length; row++) {
            String[] fields = lines.get(row).split(",", -1);
            if (fields.length != size + 1) {
                throw new MalformedDataException("'" + source + "', line " + (row + 1) + ": expected " + size
                        + " pixels and a label, but found " + fields.length + " fields");
            }
            for (int i = 0; i < size; i++) {
                pixels[row * size + i] = (byte) integer(source, row, "pixel", fields[i], MAXIMUM);
            }
            labels[row] = integer(source, row, "label", fields[size], classes - 1);
        }
        return new LabelledImages(new Images(1, SIDE, SIDE, pixels), labels);
    }

    private static int integer(String source, int row, String what, String field, int maximum)
            throws MalformedDataException {
        try {
            int value = Integer.parseInt(field);
            if (value >= 0 && value <= maximum) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, together with numbers out of range.
        }
        throw new MalformedDataException("'" + source + "', line " + (row + 1) + ": expected a " + what + " from 0 to "
                + maximum + ", but was '" + field + "'");
    }
}
