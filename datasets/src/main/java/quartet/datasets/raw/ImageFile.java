package quartet.datasets.raw;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads an image file: PNG, JPEG, GIF or BMP; grey, colour or CMYK, with 8 or 16 bits. If a file contains several
 * images, the first is read. Transparent pixels become white. Photographs are rotated upright.
 */
public final class ImageFile {
    /**
     * The maximum number of pixels. Larger images are subsampled to every second, third, ... pixel, so that memory
     * stays bounded.
     */
    private static final long LARGE = 1 << 24;

    private static final int WHITE = 255;

    static {
        ImageIO.setUseCache(false); // No temporary files.
    }

    private ImageFile() {}

    /**
     * Reads an image. It has one channel if it is grey.
     *
     * @throws IOException if it cannot be read completely; the message is one line without the path
     */
    public static RawImage read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers =
                    in == null ? List.<ImageReader>of().iterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a PNG, JPEG, GIF or BMP image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true);
                return pixels(first(reader)).upright(orientation(file)).simplified();
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            // Readers throw exceptions of many kinds for damaged files.
            throw new IOException(line(e), e);
        }
    }

    private static BufferedImage first(ImageReader reader) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        ImageReadParam how = reader.getDefaultReadParam();
        long size = (long) reader.getHeight(0) * reader.getWidth(0);
        int step = (int) Math.ceil(Math.sqrt((double) size / LARGE));
        if (step > 1) {
            how.setSourceSubsampling(step, step, 0, 0);
        }
        BufferedImage image = reader.read(0, how);
        for (String warning : warnings) {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                throw new IOException("the file ends too early");
            }
        }
        return image;
    }

    private static RawImage pixels(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int bands = image.getRaster().getNumBands();
        // getRGB would convert grey from linear brightness, which changes the numbers in the file.
        return bands <= 2 && !(colours instanceof IndexColorModel) ? grey(image.getRaster(), colours) : colour(image);
    }

    private static RawImage grey(Raster raster, ColorModel colours) {
        int height = raster.getHeight();
        int width = raster.getWidth();
        int shift = Math.max(0, colours.getComponentSize(0) - 8);
        byte[] pixels = new byte[height * width];
        for (int i = 0; i < pixels.length; i++) {
            int x = raster.getMinX() + i % width;
            int y = raster.getMinY() + i / width;
            int level = raster.getSample(x, y, 0) >>> shift;
            boolean opaque = raster.getNumBands() == 1;
            pixels[i] = (byte) (opaque ? level : onWhite(level, raster.getSample(x, y, 1) >>> shift));
        }
        return new RawImage(1, height, width, pixels);
    }

    private static RawImage colour(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        int plane = height * width;
        byte[] pixels = new byte[3 * plane];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int alpha = row[x] >>> 24;
                for (int channel = 0; channel < 3; channel++) {
                    int level = row[x] >>> (16 - 8 * channel) & 0xff;
                    pixels[channel * plane + y * width + x] = (byte) onWhite(level, alpha);
                }
            }
        }
        return new RawImage(3, height, width, pixels);
    }

    private static int onWhite(int level, int alpha) {
        return alpha == WHITE ? level : (level * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
    }

    /** Returns the orientation in the file's metadata; 1 (upright) if it is absent. */
    private static int orientation(Path file) throws IOException {
        try {
            ExifIFD0Directory exif =
                    ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(ExifIFD0Directory.class);
            boolean noted = exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION);
            return noted ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION) : 1;
        } catch (ImageProcessingException | MetadataException e) {
            return 1; // Damaged metadata does not make the image unusable.
        }
    }

    private static String line(RuntimeException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return "damaged (" + e.getClass().getSimpleName() + ": " + message + ")";
    }
}
