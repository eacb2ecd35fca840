package quartet.datasets.format;

/** Raw images of one size: unsigned bytes, row-major [rows, channels, height, width]. */
public record Images(int channels, int height, int width, byte[] pixels) {
    /** The number of brightness levels of a pixel. */
    public static final int LEVELS = 256;

    /**
     * Checks the dimensions.
     *
     * @throws IllegalArgumentException if a dimension is not positive or the pixels do not fill whole images
     */
    public Images {
        if (channels < 1 || height < 1 || width < 1 || pixels.length % (channels * height * width) != 0) {
            throw new IllegalArgumentException("Images: expected whole images [" + channels + ", " + height + ", "
                    + width + "], but got " + pixels.length + " pixels");
        }
    }

    /** Returns the number of images. */
    public int rows() {
        return pixels.length / (channels * height * width);
    }

    /** Returns a copy of the given rows in the given order. */
    public Images select(int[] rows) {
        int size = channels * height * width;
        byte[] selected = new byte[Math.multiplyExact(rows.length, size)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(pixels, rows[i] * size, selected, i * size, size);
        }
        return new Images(channels, height, width, selected);
    }

    /** Returns how many pixels of a channel have each brightness level, [256]. */
    public long[] histogram(int channel) {
        long[] counts = new long[LEVELS];
        int plane = height * width;
        for (int i = 0; i < pixels.length; i++) {
            if (i / plane % channels == channel) {
                counts[Byte.toUnsignedInt(pixels[i])]++;
            }
        }
        return counts;
    }
}
