package quartet.datasets;

import java.util.stream.LongStream;

/**
 * Raw images of one size: unsigned bytes, row-major [rows, channels, height, width].
 *
 * @throws IllegalArgumentException if the pixels do not fill whole images
 */
record Images(int channels, int height, int width, byte[] pixels) {
    private static final int LEVELS = 256;

    Images {
        if (channels < 1 || height < 1 || width < 1 || pixels.length % (channels * height * width) != 0) {
            throw new IllegalArgumentException("Images: expected whole images [" + channels + ", " + height + ", "
                    + width + "], but were " + pixels.length + " pixels");
        }
    }

    int rows() {
        return pixels.length / (channels * height * width);
    }

    /** A copy of the given rows, in the given order. */
    Images select(int[] rows) {
        int size = channels * height * width;
        byte[] selected = new byte[Math.multiplyExact(rows.length, size)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(pixels, rows[i] * size, selected, i * size, size);
        }
        return new Images(channels, height, width, selected);
    }

    /**
     * The numbers a network sees.
     *
     * <pre>{@code x = (pixel - mean[channel]) / deviation[channel]}</pre>
     *
     * Mean and population deviation are over all pixels of a channel of the training images, as is usual for images:
     * a mean of each position would blow up border pixels that hardly ever vary.
     *
     * @param training the images whose statistics are used, of the same number of channels
     */
    Features.Values standardized(Images training) {
        float[][] tables = new float[channels][];
        for (int channel = 0; channel < channels; channel++) {
            tables[channel] = standardizedLevels(training.histogram(channel));
        }
        float[] data = new float[pixels.length];
        int plane = height * width;
        for (int i = 0; i < data.length; i++) {
            data[i] = tables[i / plane % channels][Byte.toUnsignedInt(pixels[i])];
        }
        return new Features.Values(new int[] {rows(), channels, height, width}, data);
    }

    /** How often each level of brightness occurs in a channel: exact statistics of any number of pixels. */
    private long[] histogram(int channel) {
        long[] counts = new long[LEVELS];
        int plane = height * width;
        for (int i = 0; i < pixels.length; i++) {
            if (i / plane % channels == channel) {
                counts[Byte.toUnsignedInt(pixels[i])]++;
            }
        }
        return counts;
    }

    private static float[] standardizedLevels(long[] counts) {
        long count = LongStream.of(counts).sum();
        double mean = 0;
        for (int level = 0; level < LEVELS; level++) {
            mean += (double) counts[level] * level / count;
        }
        double variance = 0;
        for (int level = 0; level < LEVELS; level++) {
            variance += counts[level] * (level - mean) * (level - mean) / count;
        }
        // Images of one single brightness become 0, not infinite.
        double deviation = LongStream.of(counts).anyMatch(n -> n == count) ? 1 : Math.sqrt(variance);
        float[] standardized = new float[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            standardized[level] = (float) ((level - mean) / deviation);
        }
        return standardized;
    }
}
