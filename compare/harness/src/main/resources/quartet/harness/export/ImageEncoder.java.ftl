package quartet.datasets;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Converts images to the numbers that a network reads: each image is scaled to one size, and each channel is
 * standardized with the mean and the deviation of all pixels of the training images. These statistics are stored with
 * the network.
 *
 * @param classes the names of the classes by index
 * @param channels 1 for grey, 3 for colour
 * @param height in pixels
 * @param width in pixels
 * @param scales the standardization of each channel
 */
public record ImageEncoder(List<String> classes, int channels, int height, int width, List<Scale> scales) {

    /** Creates an encoder from training images. Their size and channels are those of the first one. */
    public static ImageEncoder learn(ImageFolder folder) throws IOException {
        BufferedImage first = read(folder.files().get(0));
        int channels = first.getRaster().getNumBands() == 1 ? 1 : 3;
        List<Scale> none = Collections.nCopies(channels, new Scale(0, 1));
        ImageEncoder raw = new ImageEncoder(folder.classes(), channels, first.getHeight(), first.getWidth(), none);
        float[] pixels = raw.features(folder.files()).data();
        List<Scale> scales = new ArrayList<>();
        int plane = raw.height * raw.width;
        for (int channel = 0; channel < channels; channel++) {
            double[] values = new double[pixels.length / channels];
            for (int i = 0; i < values.length; i++) {
                values[i] = pixels[(i / plane * channels + channel) * plane + i % plane];
            }
            scales.add(Scale.of(values));
        }
        return new ImageEncoder(raw.classes, channels, raw.height, raw.width, scales);
    }

    /**
     * Encodes images with their classes.
     *
     * @throws IllegalArgumentException if the folder has other classes
     */
    public Examples examples(ImageFolder folder) throws IOException {
        if (!folder.classes().equals(classes)) {
            throw new IllegalArgumentException("expected the classes " + classes + ", but were " + folder.classes());
        }
        return new Examples(features(folder.files()), new Targets.Classes(folder.labels(), classes.size()));
    }

    /** Encodes images without classes: [images, channels, height, width]. */
    public Features.Values features(List<Path> files) throws IOException {
        int size = channels * height * width;
        float[] data = new float[files.size() * size];
        for (int i = 0; i < files.size(); i++) {
            encode(read(files.get(i)), data, i * size);
        }
        return new Features.Values(new int[] {files.size(), channels, height, width}, data);
    }

    /** Writes the encoder. */
    public void save(Path file) throws IOException {
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    /** Reads an encoder that {@link #save} wrote. */
    public static ImageEncoder load(Path file) throws IOException {
        return new JsonMapper().readValue(file.toFile(), ImageEncoder.class);
    }

    private static BufferedImage read(Path file) throws IOException {
        if (!file.toFile().isFile()) {
            throw new IllegalArgumentException(file + ": there is no such file");
        }
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IllegalArgumentException(file + " is not an image that Java reads");
        }
        return image;
    }

    private void encode(BufferedImage image, float[] data, int offset) {
        BufferedImage scaled = new BufferedImage(
                width, height, channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        if (image.getType() == scaled.getType() && image.getWidth() == width && image.getHeight() == height) {
            scaled = image;
        } else {
            Graphics2D graphics = scaled.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
            graphics.dispose();
        }
        int at = offset;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = scaled.getRaster().getSample(x, y, channel);
                    data[at++] = (float) scales.get(channel).standardize(pixel);
                }
            }
        }
    }
}
