package quartet.datasets.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The recipe of images: their size, and the standardization of each channel.
 *
 * <pre>{@code x = (pixel - mean[channel]) / deviation[channel]}</pre>
 *
 * <p>Mean and population deviation are taken over all pixels of a channel of the training images. Statistics by pixel
 * position would amplify border pixels that hardly vary.
 *
 * @param height in pixels
 * @param width in pixels
 * @param means of the pixels by channel: one for grey, three for red, green and blue
 * @param deviations of the pixels by channel, not 0
 * @param classes the names of the classes by index
 */
public record ImageRecipe(int height, int width, List<Double> means, List<Double> deviations, List<String> classes)
        implements Recipe {
    /** The number of brightness levels of a pixel. */
    public static final int LEVELS = 256;

    public ImageRecipe {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        classes = List.copyOf(classes);
    }

    /**
     * Returns the recipe of training images.
     *
     * @param histograms the number of pixels by channel and brightness level, [channels][256]
     */
    public static ImageRecipe of(int height, int width, long[][] histograms, List<String> classes) {
        Double[] means = new Double[histograms.length];
        Double[] deviations = new Double[histograms.length];
        for (int channel = 0; channel < histograms.length; channel++) {
            long[] counts = histograms[channel];
            long count = LongStream.of(counts).sum();
            double mean = 0;
            for (int level = 0; level < counts.length; level++) {
                mean += (double) counts[level] * level / count;
            }
            double variance = 0;
            for (int level = 0; level < counts.length; level++) {
                variance += counts[level] * (level - mean) * (level - mean) / count;
            }
            means[channel] = mean;
            // Images of a single brightness level become 0, not infinite.
            deviations[channel] = LongStream.of(counts).anyMatch(n -> n == count) ? 1 : Math.sqrt(variance);
        }
        return new ImageRecipe(height, width, Arrays.asList(means), Arrays.asList(deviations), classes);
    }

    /** Returns the number of channels. */
    public int channels() {
        return means.size();
    }

    /** Returns the standardized value of each brightness level, [channels][256]. */
    public float[][] levels() {
        float[][] levels = new float[channels()][LEVELS];
        for (int channel = 0; channel < levels.length; channel++) {
            for (int level = 0; level < LEVELS; level++) {
                levels[channel][level] = (float) ((level - means.get(channel)) / deviations.get(channel));
            }
        }
        return levels;
    }
}
