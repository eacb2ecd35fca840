package quartet.harness.outcome;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import quartet.datasets.Features;

/**
 * Encodes images [rows, channels, height, width] as PNG files. The extremes of each channel over all rows become 0 and
 * 255.
 */
final class Pictures {
    private final Features.Values images;
    private final int channels;
    private final int height;
    private final int width;
    private final float[] low;
    private final float[] high;

    Pictures(Features.Values images) {
        this.images = images;
        channels = images.shape()[1];
        height = images.shape()[2];
        width = images.shape()[3];
        low = new float[channels];
        high = new float[channels];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < images.data().length; i++) {
            int channel = i / (height * width) % channels;
            low[channel] = Math.min(low[channel], images.data()[i]);
            high[channel] = Math.max(high[channel], images.data()[i]);
        }
    }

    /** Returns a PNG file in base64. Three channels are red, green and blue; otherwise the first is shown in grey. */
    String png(int row) {
        boolean colour = channels == 3;
        BufferedImage picture =
                new BufferedImage(width, height, colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        int[] bands = new int[picture.getRaster().getNumBands()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < bands.length; band++) {
                    bands[band] = level(row, band, y, x);
                }
                picture.getRaster().setPixel(x, y, bands);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be encoded: " + e.getMessage(), e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private int level(int row, int channel, int y, int x) {
        float value = images.data()[((row * channels + channel) * height + y) * width + x];
        float range = high[channel] - low[channel];
        return range == 0 ? 0 : Math.round(255 * (value - low[channel]) / range);
    }
}
