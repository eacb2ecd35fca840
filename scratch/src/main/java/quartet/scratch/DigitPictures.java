package quartet.scratch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import quartet.datasets.Features;
import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/** The 8 x 8 digits as tensors and as pictures. */
final class DigitPictures {
    /** Pixels along each side of a digit. */
    static final int SIDE = 8;
    /** Pixels of a digit. */
    static final int PIXELS = SIDE * SIDE;
    /** Digits in a row of a picture. */
    static final int COLUMNS = 16;

    private static final int SCALE = 6;
    /** The height and width of a digit in a picture, with its margin. */
    static final int CELL = SIDE * SCALE + 4;

    private DigitPictures() {}

    /**
     * Returns grey levels in [0, 1], [rows, 64]. The features are standardized as a whole, and every set of digits has
     * pixels without and pixels full of ink.
     */
    static Tensor greyLevels(Features features) {
        Features.Values values = features.asValues();
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : values.data()) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        Tensor digits = FloatTensor.zeros(values.rows(), PIXELS);
        for (int i = 0; i < digits.size(); i++) {
            digits.set(i, (values.data()[i] - lowest) / (highest - lowest));
        }
        return digits;
    }

    /** Returns a black picture of the given height and {@value #COLUMNS} columns of digits. */
    static BufferedImage blank(int height) {
        return new BufferedImage(COLUMNS * CELL, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** Draws digits [n, 64] in rows of {@value #COLUMNS}. Levels outside [0, 1] are clipped. */
    static void draw(BufferedImage image, Tensor digits, int top) {
        for (int i = 0; i < digits.size(); i++) {
            int digit = i / PIXELS;
            int x = digit % COLUMNS * CELL + i % SIDE * SCALE;
            int y = top + digit / COLUMNS * CELL + i % PIXELS / SIDE * SCALE;
            int grey = (int) Math.round(255 * Math.max(0, Math.min(1, digits.get(i))));
            for (int pixel = 0; pixel < SCALE * SCALE; pixel++) {
                image.getRaster().setSample(x + pixel % SCALE, y + pixel / SCALE, 0, grey);
            }
        }
    }

    /** Writes a picture of digits [n, 64]. */
    static void write(Tensor digits, Path file) {
        int rows = (digits.dimension(0) + COLUMNS - 1) / COLUMNS;
        BufferedImage image = blank(rows * CELL);
        draw(image, digits, 0);
        write(image, file);
    }

    /** Writes a picture as PNG and prints where it is. */
    static void write(BufferedImage image, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolve("..").normalize());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
        System.out.println(file.toAbsolutePath().normalize());
    }
}
