package quartet.datasets.own;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes image files of kinds that people have and programs often forget. */
final class HostileImages {
    private HostileImages() {}

    /** A picture whose upper half is white, so that a turned one can be told. */
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.dispose();
        return image;
    }

    /** A grey picture with a level that depends on a number. */
    static BufferedImage grey(int size, int number) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        byte[] row = new byte[size * size];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) (number * 7 + i);
        }
        image.getRaster().setDataElements(0, 0, size, size, row);
        return image;
    }

    static void write(Path file, String format, BufferedImage image) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        if (!ImageIO.write(image, format, file.toFile())) {
            throw new IOException("no writer of " + format);
        }
    }

    static byte[] bytes(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A JPEG file in which the camera notes an orientation. The note follows the first two bytes. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0, // APP1 of 34 bytes
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8, // TIFF header, big-endian
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0 // one entry: orientation
        };
        return inserted(jpeg, exif);
    }

    /** A file with a segment after its first two bytes. */
    private static byte[] inserted(byte[] jpeg, byte[] segment) {
        byte[] file = Arrays.copyOf(jpeg, jpeg.length + segment.length);
        System.arraycopy(segment, 0, file, 2, segment.length);
        System.arraycopy(jpeg, 2, file, 2 + segment.length, jpeg.length - 2);
        return file;
    }

    /**
     * A red JPEG file in cyan, magenta, yellow and black, as programs for print write it: a segment of Adobe says so, and
     * 255 stands for no ink.
     */
    static void writeFourChannels(Path file) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, 20, 10, 4, null);
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 20; x++) {
                raster.setPixel(x, y, new int[] {255, 0, 0, 255});
            }
        }
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = null;
        while (writers.hasNext()) {
            ImageWriter candidate = writers.next();
            // The JDK's writer takes a raster of four channels as it is.
            writer = candidate.canWriteRasters() ? candidate : writer;
        }
        if (writer == null) {
            throw new IOException("no writer takes a raster");
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] adobe = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        Files.write(file, inserted(jpeg.toByteArray(), adobe));
    }

    /** An animated GIF file: the first picture is black, the second white. */
    static void writeAnimation(Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int level : new int[] {0, 255}) {
                BufferedImage frame = new BufferedImage(12, 12, BufferedImage.TYPE_BYTE_GRAY);
                for (int i = 0; i < 144; i++) {
                    frame.getRaster().setSample(i % 12, i / 12, 0, level);
                }
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }
}
